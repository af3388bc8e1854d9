'use strict';

// Asking about files: stat, lstat, fstat, statfs.

const { kResistStopPropagation } = require('internal/event_target');
const { latestStatFs, latestStats } = require('internal/fs/stats');
const { abortErrorOf, getOptions, getValidatedFd, getValidatedPath } = require('internal/fs/validation');
const { kEmptyObject } = require('internal/util');
const { validateAbortSignal, validateFunction } = require('internal/validators');

const binding = internalBinding('fs');

/** What native code is given: takes the result from shared memory before it can change. */
function statsCallback(callback, bigint) {
  return (error, found) => {
    if (error) return callback(error);
    callback(null, found ? latestStats(bigint) : undefined);
  };
}

/**
 * As statsCallback, with a signal that makes the call fail at once; the request itself, if it already runs,
 * ends unheard.
 * @returns {Function | undefined} nothing if the signal is already aborted
 */
function abortableStatsCallback(callback, bigint, signal) {
  validateAbortSignal(signal, 'options.signal');
  if (signal.aborted) {
    callback(abortErrorOf(signal));
    return undefined;
  }
  const complete = statsCallback(callback, bigint);
  let aborted = false;
  const onAbort = () => {
    aborted = true;
    callback(abortErrorOf(signal));
  };
  signal.addEventListener('abort', onAbort, { __proto__: null, [kResistStopPropagation]: true });
  return (error, found) => {
    signal.removeEventListener('abort', onAbort);
    if (!aborted) complete(error, found);
  };
}

function completionOf(options, callback) {
  const { bigint, signal } = options;
  return signal === undefined ? statsCallback(callback, bigint) : abortableStatsCallback(callback, bigint, signal);
}

function optionsOf(options) {
  return options === null || typeof options !== 'object' ? kEmptyObject : getOptions(options);
}

function stat(path, options = undefined, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = kEmptyObject;
  } else {
    options = optionsOf(options);
  }
  validateFunction(callback, 'cb');
  path = getValidatedPath(path);
  const completion = completionOf(options, callback);
  if (completion !== undefined) binding.stat(path, options.bigint, completion, options.throwIfNoEntry);
}

function lstat(path, options = undefined, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = kEmptyObject;
  } else {
    options = optionsOf(options);
  }
  validateFunction(callback, 'cb');
  path = getValidatedPath(path);
  const completion = completionOf(options, callback);
  if (completion !== undefined) binding.lstat(path, options.bigint, completion);
}

function fstat(fd, options = undefined, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = kEmptyObject;
  } else if (options === null || typeof options !== 'object') {
    options = kEmptyObject;
  }
  validateFunction(callback, 'cb');
  fd = getValidatedFd(fd);
  const completion = completionOf(options, callback);
  if (completion !== undefined) binding.fstat(fd, options.bigint, completion);
}

function statSync(path, options = kEmptyObject) {
  path = getValidatedPath(path);
  const { bigint } = options;
  return binding.stat(path, bigint, undefined, options.throwIfNoEntry) ? latestStats(bigint) : undefined;
}

function lstatSync(path, options = kEmptyObject) {
  path = getValidatedPath(path);
  const { bigint } = options;
  return binding.lstat(path, bigint, undefined, options.throwIfNoEntry) ? latestStats(bigint) : undefined;
}

function fstatSync(fd, options = kEmptyObject) {
  const { bigint } = options;
  binding.fstat(getValidatedFd(fd), bigint);
  return latestStats(bigint);
}

function statfs(path, options = undefined, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = kEmptyObject;
  }
  options ??= kEmptyObject;
  validateFunction(callback, 'cb');
  path = getValidatedPath(path);
  const { bigint } = options;
  binding.statfs(path, bigint, (error) => {
    if (error) return callback(error);
    callback(null, latestStatFs(bigint));
  });
}

function statfsSync(path, options = kEmptyObject) {
  const { bigint } = options;
  binding.statfs(getValidatedPath(path), bigint);
  return latestStatFs(bigint);
}

module.exports = { fstat, fstatSync, lstat, lstatSync, stat, statSync, statfs, statfsSync };
