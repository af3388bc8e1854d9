'use strict';

// What a program finds in the REPL beside the language: require and its companions, and every built-in module by its name.

const { ObjectDefineProperty } = primordials;
const path = require('path');
const { addBuiltinLibsToObject } = require('internal/modules/helpers');

/** Name of the module that the lines of a session stand in. */
const MODULE_NAME = '<repl>';

function define(target, name, value) {
  ObjectDefineProperty(target, name, { __proto__: null, configurable: true, enumerable: false, writable: true, value });
}

/** Gives `target`, the global object of a session, what a program in a file would have. */
function addReplGlobals(target) {
  const { Module } = require('internal/modules/cjs/loader');
  const module = new Module(MODULE_NAME);
  module.filename = path.resolve(MODULE_NAME);
  module.paths = Module._nodeModulePaths(process.cwd());
  define(target, 'module', module);
  define(target, 'exports', module.exports);
  define(target, 'require', Module.createRequire(module.filename));
  addBuiltinLibsToObject(target, MODULE_NAME);
}

module.exports = { addReplGlobals };
