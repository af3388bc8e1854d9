'use strict';

// Opening, closing and flushing file descriptors.

const { PromiseResolve } = primordials;

const { stringToFlags } = require('internal/fs/flags');
const { getValidatedFd, getValidatedPath } = require('internal/fs/validation');
const { kEmptyObject } = require('internal/util');
const { parseFileMode, validateFunction, validateObject, validateString } = require('internal/validators');

const binding = internalBinding('fs');

const DEFAULT_MODE = 0o666;

function open(path, flags, mode, callback) {
  if (arguments.length < 3) {
    callback = flags;
    flags = 'r';
    mode = DEFAULT_MODE;
  } else if (typeof mode === 'function') {
    callback = mode;
    mode = DEFAULT_MODE;
  } else {
    mode = parseFileMode(mode, 'mode', DEFAULT_MODE);
  }
  const flagsNumber = stringToFlags(flags);
  path = getValidatedPath(path);
  validateFunction(callback, 'cb');
  binding.open(path, flagsNumber, mode, callback);
}

function openSync(path, flags, mode) {
  flags = stringToFlags(flags);
  mode = parseFileMode(mode, 'mode', DEFAULT_MODE);
  return binding.open(getValidatedPath(path), flags, mode);
}

function blobOf(path, options) {
  validateObject(options, 'options');
  const type = options.type || '';
  validateString(type, 'options.type');
  return require('internal/blob').createBlobFromFilePath(getValidatedPath(path), { type });
}

/** A promise, although it is fulfilled at once, to leave room for doing it off the main thread. */
function openAsBlob(path, options = kEmptyObject) {
  return PromiseResolve(blobOf(path, options));
}

function openAsBlobSync(path, options = kEmptyObject) {
  return blobOf(path, options);
}

function throwIfFailed(error) {
  if (error != null) throw error;
}

function close(fd, callback = throwIfFailed) {
  validateFunction(callback, 'cb');
  binding.close(getValidatedFd(fd), callback);
}

function closeSync(fd) {
  binding.close(getValidatedFd(fd));
}

function fsync(fd, callback) {
  validateFunction(callback, 'cb');
  binding.fsync(getValidatedFd(fd), callback);
}

function fsyncSync(fd) {
  binding.fsync(getValidatedFd(fd));
}

function fdatasync(fd, callback) {
  validateFunction(callback, 'cb');
  binding.fdatasync(getValidatedFd(fd), callback);
}

function fdatasyncSync(fd) {
  binding.fdatasync(getValidatedFd(fd));
}

module.exports = {
  close, closeSync, fdatasync, fdatasyncSync, fsync, fsyncSync, open, openAsBlob, openAsBlobSync, openSync,
};
