'use strict';

// Which names an ES module may import from a CommonJS one. They have to be known before it runs, so its text is
// searched for the ways in which programs and transpilers write exports (the package cjs-module-lexer), and what it
// re-exports is searched in turn.

const { SafeSet } = primordials;
const { BuiltinModule } = require('internal/bootstrap/realm');
const { dirname } = require('path');
const loader = require('internal/modules/cjs/loader');
const { loadSource } = require('internal/modules/cjs/compile');

const {
  Module, findLongestRegisteredExtension, kFormat, kIsCachedByESMLoader, resolveForCJSWithHooks, stateOf,
} = loader;
const withHooks = { __proto__: null, shouldSkipModuleHooks: false };

let parse;

function search(source) {
  parse ??= require('internal/deps/cjs-module-lexer/lexer').parse;
  try {
    return parse(source);
  } catch {
    // What the search does not understand may still run; it just has no names.
    return { exports: [], reexports: [] };
  }
}

/** The module of a file that an ES module imports, put into the cache but not run. */
function emplaceModule(filename) {
  const cached = Module._cache[filename];
  if (cached) return cached;
  const module = new Module(filename);
  module.filename = filename;
  module.paths = Module._nodeModulePaths(module.path);
  module[kIsCachedByESMLoader] = true;
  Module._cache[filename] = module;
  return module;
}

/**
 * @param {string} filename
 * @param {string} [source]
 * @param {string} [format]
 * @returns {{ module: Module, exportNames: SafeSet<string> }}
 */
function findExportNames(filename, source, format) {
  const module = emplaceModule(filename);
  const hidden = stateOf(module);
  if (hidden.exportNames !== undefined) return { __proto__: null, module, exportNames: hidden.exportNames };
  if (source === undefined) {
    source = loadSource(module, filename, format);
    module[kFormat] ??= format;
  }
  hidden.source = source;
  const { exports, reexports } = search(source);
  const exportNames = new SafeSet(exports);
  hidden.exportNames = exportNames;
  for (let i = 0; i < reexports.length; i++) addReexported(module, filename, reexports[i], exportNames);
  return { __proto__: null, module, exportNames };
}

function addReexported(module, filename, request, exportNames) {
  module.filename ??= filename;
  module.paths ??= Module._nodeModulePaths(dirname(filename));
  let found;
  try {
    found = resolveForCJSWithHooks(request, module, false, withHooks);
  } catch {
    // It will fail again when the module runs, where it can be caught.
    return;
  }
  const { filename: target, format } = found;
  if (format !== 'commonjs' &&
      (BuiltinModule.normalizeRequirableId(target) !== undefined || findLongestRegisteredExtension(target) !== '.js')) {
    return;
  }
  const { exportNames: more } = findExportNames(target, undefined, format);
  more.forEach((name) => exportNames.add(name));
}

module.exports = { emplaceModule, findExportNames };
