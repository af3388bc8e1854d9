'use strict';

// Runs the text of -e or -p.

const { globalThis } = primordials;
const { getOptionValue } = require('internal/options');
const { addBuiltinLibsToObject } = require('internal/modules/helpers');
const { loadPreloadModules, setupModules } = require('internal/modules/setup');

setupModules();
loadPreloadModules();
addBuiltinLibsToObject(globalThis, '<eval>');
const source = getOptionValue('--eval');
process._eval = source;
require('internal/modules/evaluate').evaluate('[eval]', source);
