'use strict';

// Making, listing and removing folders.

const { SymbolDispose } = primordials;

const { getDirents, getDirentsSync, getRecursiveDirents } = require('internal/fs/dirent');
const { encodeNames, encodingCallback, isRaw } = require('internal/fs/names');
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
  binding.mkdtemp(checkedPrefix(prefix), isRaw(encoding), encodingCallback(callback, encoding));
}

function mkdtempSync(prefix, options) {
  const { encoding } = getOptions(options);
  return encodeNames(binding.mkdtemp(checkedPrefix(prefix), isRaw(encoding)), encoding);
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
  const raw = isRaw(encoding);
  if (!withFileTypes) {
    callback = encodingCallback(callback, encoding);
    if (recursive) binding.readdirRecursive(path, raw, false, callback);
    else binding.readdir(path, raw, false, callback);
    return;
  }
  const listed = encodingCallback((error, listing) => {
    if (error) callback(error);
    else if (recursive) callback(null, getRecursiveDirents(path, listing));
    else getDirents(path, listing, callback);
  }, encoding);
  if (recursive) binding.readdirRecursive(path, raw, true, listed);
  else binding.readdir(path, raw, true, listed);
}

function readdirSync(path, options) {
  const { encoding, recursive, withFileTypes } = readdirOptions(options);
  path = getValidatedPath(path);
  const raw = isRaw(encoding);
  let listing = recursive ?
    binding.readdirRecursive(path, raw, !!withFileTypes) : binding.readdir(path, raw, !!withFileTypes);
  if (raw) listing = encodeNames(listing, encoding);
  if (!withFileTypes) return listing;
  return recursive ? getRecursiveDirents(path, listing) : getDirentsSync(path, listing);
}

module.exports = {
  checkedPrefix, mkdir, mkdirOptions, mkdirSync, mkdtemp, mkdtempDisposableSync, mkdtempSync, readdir, readdirOptions,
  readdirSync, rmdir, rmdirSync,
};
