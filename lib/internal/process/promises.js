'use strict';

// Rejections that nobody handles (https://nodejs.org/api/process.html#event-unhandledrejection).
//
// V8 reports each rejection without a handler at once. It is noted down and judged when ticks and microtasks are through: what got
// a handler by then is forgotten. A handler that comes later still leads to `rejectionHandled`.

const {
  ArrayPrototypePush, ArrayPrototypeShift, ObjectDefineProperty, SafeMap, SafeWeakMap,
} = primordials;
const {
  tickInfo, promiseRejectEvents: { kPromiseRejectWithNoHandler, kPromiseHandlerAddedAfterReject }, setPromiseRejectCallback,
} = internalBinding('task_queue');
const { noSideEffectsToString, triggerUncaughtException } = internalBinding('errors');
const { isErrorLike, unhandledRejectionError, unhandledRejectionWarning } = require('internal/process/rejection_error');
const frames = require('internal/async_context_frame');
const asyncHooks = require('internal/async_hooks');

const kHasRejectionToWarn = 1;

/** Promises that were rejected and reported, by promise. */
const reported = new SafeWeakMap();
/** Rejections to judge, by promise. */
let pending = new SafeMap();
/** Handlers that came late, to be told. */
const handledLate = [];
let lastId = 0;

function onReject(type, promise, reason) {
  if (type === kPromiseRejectWithNoHandler) {
    pending.set(promise, {
      reason,
      uid: ++lastId,
      warned: false,
      domain: process.domain,
      frame: frames.current(),
    });
    tickInfo[kHasRejectionToWarn] = 1;
  } else if (type === kPromiseHandlerAddedAfterReject) {
    if (pending.delete(promise)) return;
    const info = reported.get(promise);
    if (info === undefined) return;
    reported.delete(promise);
    ArrayPrototypePush(handledLate, { promise, info });
    tickInfo[kHasRejectionToWarn] = 1;
  }
}

function warnHandledLate(uid) {
  process.emitWarning(`Promise rejection was handled asynchronously (rejection id: ${uid})`,
                      'PromiseRejectionHandledWarning');
}

function warnUnhandled(info) {
  const { reason, uid } = info;
  const warning = unhandledRejectionWarning(uid);
  let first;
  if (isErrorLike(reason)) {
    first = reason.stack;
    ObjectDefineProperty(warning, 'stack', {
      __proto__: null,
      value: reason.stack,
      configurable: true,
      enumerable: false,
      writable: true,
    });
  } else {
    first = noSideEffectsToString(reason);
  }
  process.emitWarning(first, 'UnhandledPromiseRejectionWarning');
  process.emitWarning(warning);
}

function throwUncaught(reason) {
  const error = isErrorLike(reason) ? reason : unhandledRejectionError(noSideEffectsToString(reason));
  triggerUncaughtException(error, true);
}

const emit = (promise, info) => process.emit('unhandledRejection', info.reason, promise);

const modes = {
  __proto__: null,
  strict(promise, info) {
    throwUncaught(info.reason);
    if (!emit(promise, info)) warnUnhandled(info);
  },
  warn(promise, info) {
    emit(promise, info);
    warnUnhandled(info);
  },
  none(promise, info) {
    emit(promise, info);
  },
  throw(promise, info) {
    if (!emit(promise, info)) throwUncaught(info.reason);
  },
};
modes['warn-with-error-code'] = function(promise, info) {
  if (emit(promise, info)) return;
  warnUnhandled(info);
  process.exitCode = 1;
};

/** Judges what was rejected. @returns {boolean} whether that may have queued more work */
function processPromiseRejections() {
  let maybeMore = handledLate.length > 0;
  while (handledLate.length > 0) {
    const { promise, info } = ArrayPrototypeShift(handledLate);
    if (info.warned) warnHandledLate(info.uid);
    process.emit('rejectionHandled', promise);
  }
  if (pending.size > 0) {
    const { getOptionValue } = require('internal/options');
    const judge = modes[getOptionValue('--unhandled-rejections') ?? 'throw'];
    const round = pending;
    pending = new SafeMap();
    maybeMore = true;
    round.forEach((info, promise) => judgeOne(judge, promise, info));
  }
  return maybeMore;
}

function judgeOne(judge, promise, info) {
  info.warned = true;
  reported.set(promise, info);
  const asyncId = promise[asyncHooks.async_id_symbol];
  const previous = frames.exchange(info.frame);
  if (asyncId !== undefined) asyncHooks.emitBefore(asyncId, promise[asyncHooks.trigger_async_id_symbol], promise);
  try {
    judge(promise, info);
  } finally {
    frames.set(previous);
    if (asyncId !== undefined) asyncHooks.emitAfter(asyncId);
  }
}

/** Registers with native code. */
function setupPromiseRejections() {
  setPromiseRejectCallback(onReject);
}

module.exports = { processPromiseRejections, setupPromiseRejections };
