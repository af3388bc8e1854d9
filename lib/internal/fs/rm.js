'use strict';

// Removing files and trees. Native code walks the tree in one go.

const {
  codes: { ERR_FS_EISDIR },
} = require('internal/errors');
const { getValidatedPath } = require('internal/fs/validation');
const {
  validateBoolean, validateFunction, validateInt32, validateObject, validateUint32,
} = require('internal/validators');

const binding = internalBinding('fs');
const { EISDIR } = internalBinding('constants').os.errno;

const defaults = { recursive: false, force: false, retryDelay: 100, maxRetries: 0 };

/** rm's options, checked and completed. */
function rmOptions(options) {
  if (options === undefined) return defaults;
  validateObject(options, 'options');
  options = { ...defaults, ...options };
  validateBoolean(options.force, 'options.force');
  validateBoolean(options.recursive, 'options.recursive');
  validateInt32(options.retryDelay, 'options.retryDelay', 0);
  validateUint32(options.maxRetries, 'options.maxRetries');
  return options;
}

function folderError(path) {
  return new ERR_FS_EISDIR({ code: 'EISDIR', message: 'is a directory', path, syscall: 'rm', errno: EISDIR });
}

/** rm without its checks of arguments, for the callback and promise forms. */
function remove(path, options, callback) {
  require('fs').lstat(path, (error, stats) => {
    if (error) {
      callback(options.force && error.code === 'ENOENT' ? null : error);
    } else if (stats.isDirectory() && !options.recursive) {
      callback(folderError(path));
    } else {
      binding.rm(path, options.recursive, options.maxRetries, options.retryDelay, callback);
    }
  });
}

function rm(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'cb');
  path = getValidatedPath(path);
  remove(path, rmOptions(options), callback);
}

function rmSync(path, options) {
  const { force, maxRetries, recursive, retryDelay } = rmOptions(options);
  path = getValidatedPath(path);
  if (!force || !recursive) {
    const stats = require('fs').lstatSync(path, { throwIfNoEntry: !force });
    if (stats === undefined) return;
    if (stats.isDirectory() && !recursive) throw folderError(path);
  }
  binding.rm(path, recursive, maxRetries, retryDelay);
}

module.exports = { remove, rm, rmOptions, rmSync };
