'use strict';

// Operations on names in folders and on whole files: rename, unlink, copyFile, truncate.

const { MathMax } = primordials;

const { aggregateTwoErrors } = require('internal/errors');
const { getValidatedFd, getValidatedPath } = require('internal/fs/validation');
const { validateFunction, validateInteger } = require('internal/validators');

const binding = internalBinding('fs');

function rename(oldPath, newPath, callback) {
  validateFunction(callback, 'cb');
  oldPath = getValidatedPath(oldPath, 'oldPath');
  newPath = getValidatedPath(newPath, 'newPath');
  binding.rename(oldPath, newPath, callback);
}

function renameSync(oldPath, newPath) {
  oldPath = getValidatedPath(oldPath, 'oldPath');
  newPath = getValidatedPath(newPath, 'newPath');
  binding.rename(oldPath, newPath);
}

function unlink(path, callback) {
  validateFunction(callback, 'cb');
  binding.unlink(getValidatedPath(path), callback);
}

function unlinkSync(path) {
  binding.unlink(getValidatedPath(path));
}

function copyFile(src, dest, mode, callback) {
  if (typeof mode === 'function') {
    callback = mode;
    mode = 0;
  }
  src = getValidatedPath(src, 'src');
  dest = getValidatedPath(dest, 'dest');
  validateFunction(callback, 'cb');
  binding.copyFile(src, dest, mode, callback);
}

function copyFileSync(src, dest, mode) {
  src = getValidatedPath(src, 'src');
  dest = getValidatedPath(dest, 'dest');
  binding.copyFile(src, dest, mode);
}

function truncate(path, len, callback) {
  if (typeof len === 'function') {
    callback = len;
    len = 0;
  } else if (len === undefined) {
    len = 0;
  }
  validateInteger(len, 'len');
  len = MathMax(0, len);
  validateFunction(callback, 'cb');
  const fs = require('fs');
  fs.open(path, 'r+', (error, fd) => {
    if (error) return callback(error);
    binding.ftruncate(fd, len, (failed) => {
      fs.close(fd, (closeFailed) => callback(aggregateTwoErrors(closeFailed, failed)));
    });
  });
}

function truncateSync(path, len) {
  const fs = require('fs');
  const fd = fs.openSync(path, 'r+');
  try {
    fs.ftruncateSync(fd, len);
  } finally {
    fs.closeSync(fd);
  }
}

function ftruncate(fd, len = 0, callback) {
  if (typeof len === 'function') {
    callback = len;
    len = 0;
  }
  fd = getValidatedFd(fd);
  validateInteger(len, 'len');
  validateFunction(callback, 'cb');
  binding.ftruncate(fd, MathMax(0, len), callback);
}

function ftruncateSync(fd, len = 0) {
  fd = getValidatedFd(fd);
  validateInteger(len, 'len');
  binding.ftruncate(fd, MathMax(0, len));
}

module.exports = {
  copyFile, copyFileSync, ftruncate, ftruncateSync, rename, renameSync, truncate, truncateSync, unlink, unlinkSync,
};
