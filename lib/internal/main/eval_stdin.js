'use strict';

// Runs the script that comes on standard input.

const { loadPreloadModules, setupModules } = require('internal/modules/setup');

setupModules();
loadPreloadModules();
const { evaluate, readStdin } = require('internal/modules/evaluate');
readStdin((source) => {
  process._eval = source;
  evaluate('[stdin]', source);
});
