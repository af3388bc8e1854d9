'use strict';

// Runs the script that the command line names.

const { RegExpPrototypeExec } = primordials;
const { resolve } = require('path');
const { loadPreloadModules, setupModules } = require('internal/modules/setup');

setupModules();
process.argv[1] = resolve(process.argv[1]);
loadPreloadModules();
RegExpPrototypeExec(/^/, ''); // Leaves no trace in RegExp.$1 and its like.
require('internal/modules/cjs/loader').Module.runMain(process.argv[1]);
