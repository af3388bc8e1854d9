'use strict';

// fs.promises.watch: changes as an async iterable.

const { ArrayPrototypePush, ArrayPrototypeShift, PromiseWithResolvers } = primordials;

const { Buffer } = require('buffer');
const { codes: { ERR_FS_WATCH_QUEUE_OVERFLOW, ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { kResistStopPropagation } = require('internal/event_target');
const { encodeNames, isRaw } = require('internal/fs/names');
const { abortErrorOf, getValidatedPath } = require('internal/fs/validation');
const { ignoreMatcher, watchError } = require('internal/fs/watchers');
const { isMacOS, isWindows } = require('internal/util');
const {
  validateAbortSignal, validateBoolean, validateInteger, validateObject, validateOneOf,
} = require('internal/validators');
const { toNamespacedPath } = require('path');

const { FSEvent } = internalBinding('fs_event_wrap');

function checkOptions({ encoding, maxQueue, overflow, persistent, recursive, signal }) {
  validateBoolean(persistent, 'options.persistent');
  validateBoolean(recursive, 'options.recursive');
  validateInteger(maxQueue, 'options.maxQueue');
  validateOneOf(overflow, 'options.overflow', ['ignore', 'error']);
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  if (encoding && !Buffer.isEncoding(encoding)) {
    throw new ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
}

/**
 * Watches until the consumer stops or the signal is aborted.
 * @param {string | Buffer | URL} filename
 * @param {object} options
 */
async function* watch(filename, options) {
  const path = toNamespacedPath(getValidatedPath(filename));
  validateObject(options, 'options');
  options = {
    encoding: 'utf8', maxQueue: 2048, overflow: 'ignore', persistent: true, recursive: false, ...options,
  };
  if (options.recursive === true && !isMacOS && !isWindows) {
    const { RecursiveWatcher } = require('internal/fs/recursive_watch');
    const watcher = new RecursiveWatcher(options);
    watcher.start(filename);
    yield* watcher;
    return;
  }
  checkOptions(options);
  const { encoding, maxQueue, overflow, signal } = options;
  const ignored = ignoreMatcher(options.ignore);
  if (signal?.aborted) throw abortErrorOf(signal);

  const handle = new FSEvent();
  const queue = [];
  let wake = PromiseWithResolvers();
  let failure;
  const fail = (error) => {
    failure ??= error;
    wake.resolve();
  };
  const onAbort = () => fail(abortErrorOf(signal));
  handle.onchange = (status, eventType, bytes) => {
    const name = encodeNames(bytes, encoding);
    if (status < 0) {
      fail(watchError(status, name));
    } else if (name != null && ignored?.(name)) {
      // Not of interest.
    } else if (queue.length < maxQueue) {
      ArrayPrototypePush(queue, { __proto__: null, eventType, filename: name });
      wake.resolve();
    } else if (overflow === 'error') {
      queue.length = 0;
      fail(new ERR_FS_WATCH_QUEUE_OVERFLOW(maxQueue));
    } else {
      process.emitWarning('fs.watch maxQueue exceeded');
    }
  };
  try {
    signal?.addEventListener('abort', onAbort, { __proto__: null, once: true, [kResistStopPropagation]: true });
    const errno = handle.start(path, options.persistent, options.recursive, isRaw(encoding));
    if (errno) throw watchError(errno, filename);
    while (true) {
      await wake.promise;
      while (queue.length > 0) yield ArrayPrototypeShift(queue);
      if (failure !== undefined) throw failure;
      wake = PromiseWithResolvers();
    }
  } finally {
    handle.close();
    signal?.removeEventListener('abort', onAbort);
  }
}

module.exports = { watch };
