'use strict';

// May a path be used, does it exist?

const { ObjectDefineProperty, Promise } = primordials;

const { promisify: { custom } } = require('internal/util');
const { getValidatedPath } = require('internal/fs/validation');
const { validateFunction } = require('internal/validators');

const binding = internalBinding('fs');
const { F_OK } = internalBinding('constants').fs;

function access(path, mode, callback) {
  if (typeof mode === 'function') {
    callback = mode;
    mode = F_OK;
  }
  path = getValidatedPath(path);
  validateFunction(callback, 'cb');
  binding.access(path, mode, callback);
}

function accessSync(path, mode) {
  binding.access(getValidatedPath(path), mode);
}

function exists(path, callback) {
  validateFunction(callback, 'cb');
  try {
    require('fs').access(path, F_OK, (error) => callback(!error));
  } catch {
    return callback(false);
  }
}

ObjectDefineProperty(exists, custom, {
  __proto__: null,
  value: function exists(path) {
    return new Promise((resolve) => require('fs').exists(path, resolve));
  },
});

let warned = false;

function existsSync(path) {
  try {
    path = getValidatedPath(path);
  } catch (error) {
    if (!warned && error?.code === 'ERR_INVALID_ARG_TYPE') {
      warned = true;
      process.emitWarning(
        'Passing invalid argument types to fs.existsSync is deprecated', 'DeprecationWarning', 'DEP0187');
    }
    return false;
  }
  return binding.existsSync(path);
}

module.exports = { access, accessSync, exists, existsSync };
