'use strict';

// The `require` that a module is given, and createRequire().

const { StringPrototypeEndsWith, StringPrototypeStartsWith } = primordials;
const path = require('path');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { setOwnProperty } = require('internal/util');
const { validateString } = require('internal/validators');
const { kURL } = require('internal/modules/cjs/state');

let loader;

/** The loader requires this file. */
function lazyLoader() {
  return loader ??= require('internal/modules/cjs/loader');
}

/**
 * @param {Module} mod
 * @returns {Function} with `resolve`, `main`, `extensions` and `cache`
 */
function makeRequireFunction(mod) {
  const { Module, resolveForCJSWithHooks } = lazyLoader();
  if (mod instanceof Module !== true) throw new ERR_INVALID_ARG_TYPE('mod', 'Module', mod);

  function require(path) {
    return mod.require(path);
  }

  function resolve(request, options) {
    validateString(request, 'request');
    const { filename, url } = resolveForCJSWithHooks(request, mod, false, {
      __proto__: null,
      shouldSkipModuleHooks: false,
      requireResolveOptions: options ?? {},
    });
    return url === request && StringPrototypeStartsWith(request, 'node:') ? url : filename;
  }
  require.resolve = resolve;

  function paths(request) {
    validateString(request, 'request');
    return Module._resolveLookupPaths(request, mod);
  }
  resolve.paths = paths;

  setOwnProperty(require, 'main', process.mainModule);
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

/** `module.createRequire`: the `require` of a file that need not exist. */
function createRequire(filename) {
  const { URL, fileURLToPath, isURL } = require('internal/url');
  let file = filename;
  let url;
  if (isURL(filename) || (typeof filename === 'string' && !path.isAbsolute(filename))) {
    try {
      url = new URL(filename);
      file = fileURLToPath(url);
    } catch {
      throw invalidFilename(filename);
    }
  } else if (typeof filename !== 'string') {
    throw invalidFilename(filename);
  }
  const { Module } = lazyLoader();
  // A folder stands for the files in it.
  const stand = StringPrototypeEndsWith(file, '/') ? path.join(file, 'noop.js') : file;
  const module = new Module(stand);
  module.filename = stand;
  if (url !== undefined) module[kURL] = url.href;
  module.paths = Module._nodeModulePaths(module.path);
  return makeRequireFunction(module);
}

function invalidFilename(filename) {
  return new ERR_INVALID_ARG_VALUE(
    'filename', filename, 'must be a file URL object, file URL string, or absolute path string');
}

module.exports = { createRequire, makeRequireFunction };
