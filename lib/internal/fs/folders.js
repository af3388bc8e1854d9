'use strict';

// Making, listing and removing folders.

const { SymbolDispose } = primordials;

const { getDirents, getDirentsSync, getRecursiveDirents } = require('internal/fs/dirent');
const {
  getOptions, getValidatedPath, validateRmdirOptions, warnOnNonPortableTemplate,
} = require('internal/fs/validation');
const { parseFileMode, validateBoolean, validateFunction } = require('internal/validators');
const pathModule = require('path');

const binding = internalBinding('fs');

/** mkdir's options, which may be the mode alone. */
function mkdirOptions(options) {
  let mode = 0o777;
  let recursive = false;
  if (typeof options === 'number' || typeof options === 'string') {
    mode = parseFileMode(options, 'mode');
  } else if (options) {
    if (options.recursive !== undefined) {
      recursive = options.recursive;
      validateBoolean(recursive, 'options.recursive');
    }
    if (options.mode !== undefined) mode = parseFileMode(options.mode, 'options.mode');
  }
  return { mode, recursive };
}

function mkdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  const { mode, recursive } = mkdirOptions(options);
  validateFunction(callback, 'cb');
  binding.mkdir(getValidatedPath(path), mode, recursive, callback);
}

function mkdirSync(path, options) {
  const { mode, recursive } = mkdirOptions(options);
  return binding.mkdir(getValidatedPath(path), mode, recursive);
}

function checkedPrefix(prefix) {
  prefix = getValidatedPath(prefix, 'prefix');
  warnOnNonPortableTemplate(prefix);
  return prefix;
}

function mkdtemp(prefix, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  validateFunction(callback, 'cb');
  const { encoding } = getOptions(options);
  binding.mkdtemp(checkedPrefix(prefix), encoding, callback);
}

function mkdtempSync(prefix, options) {
  const { encoding } = getOptions(options);
  return binding.mkdtemp(checkedPrefix(prefix), encoding);
}

/** A temporary folder that `using` removes. */
function mkdtempDisposableSync(prefix, options) {
  const path = mkdtempSync(prefix, options);
  // The process may change its folder before the removal.
  const fullPath = pathModule.resolve(process.cwd(), path);
  const remove = () => {
    binding.rm(fullPath, true, 0, 100);
  };
  return {
    path,
    remove,
    [SymbolDispose]() {
      remove();
    },
  };
}

function rmdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateRmdirOptions(options);
  validateFunction(callback, 'cb');
  binding.rmdir(getValidatedPath(path), callback);
}

function rmdirSync(path, options) {
  path = getValidatedPath(path);
  validateRmdirOptions(options);
  binding.rmdir(path);
}

function readdirOptions(options) {
  options = getOptions(options);
  if (options.recursive != null) validateBoolean(options.recursive, 'options.recursive');
  return options;
}

function readdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'cb');
  const { encoding, recursive, withFileTypes } = readdirOptions(options);
  path = getValidatedPath(path);
  if (!withFileTypes) {
    if (recursive) binding.readdirRecursive(path, encoding, false, callback);
    else binding.readdir(path, encoding, false, callback);
    return;
  }
  const listed = (error, listing) => {
    if (error) callback(error);
    else if (recursive) callback(null, getRecursiveDirents(path, listing));
    else getDirents(path, listing, callback);
  };
  if (recursive) binding.readdirRecursive(path, encoding, true, listed);
  else binding.readdir(path, encoding, true, listed);
}

function readdirSync(path, options) {
  const { encoding, recursive, withFileTypes } = readdirOptions(options);
  path = getValidatedPath(path);
  if (recursive) {
    const listing = binding.readdirRecursive(path, encoding, !!withFileTypes);
    return withFileTypes ? getRecursiveDirents(path, listing) : listing;
  }
  const listing = binding.readdir(path, encoding, !!withFileTypes);
  return withFileTypes ? getDirentsSync(path, listing) : listing;
}

module.exports = {
  checkedPrefix, mkdir, mkdirOptions, mkdirSync, mkdtemp, mkdtempDisposableSync, mkdtempSync, readdir, readdirOptions,
  readdirSync, rmdir, rmdirSync,
};
