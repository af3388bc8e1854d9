'use strict';

// `util.debounce`: a function that runs when it has not been called for a while.

const { ArrayPrototypePush, PromiseReject, ReflectApply } = primordials;
const { AbortError } = require('internal/errors');
const { TIMEOUT_MAX } = require('internal/timers');
const { kEmptyObject } = require('internal/util');
const {
  Abortion,
  Timer,
  abortError,
  defineInterface,
  makeCall,
  throwIfAborted,
} = require('internal/util/rate_functions');
const {
  validateAbortSignal,
  validateBoolean,
  validateFunction,
  validateInteger,
  validateObject,
} = require('internal/validators');
const { markPromiseAsHandled } = internalBinding('util');

/**
 * @param {Function} fn
 * @param {number} wait milliseconds
 * @param {object} [options]
 * @param {AbortSignal} [options.signal] fails the calls that wait, and all later ones
 * @param {boolean} [options.leading] whether the first call runs at once
 * @param {boolean} [options.rejectOnCancel] whether a call fails when a later one takes its place
 * @returns {Function} returns a promise for what the next run of `fn` returns
 */
function debounce(fn, wait, options = kEmptyObject) {
  validateFunction(fn, 'fn');
  validateInteger(wait, 'wait', 0, TIMEOUT_MAX);
  validateObject(options, 'options');
  const { leading = false, rejectOnCancel = false, signal } = options;
  validateBoolean(leading, 'options.leading');
  validateBoolean(rejectOnCancel, 'options.rejectOnCancel');
  validateAbortSignal(signal, 'options.signal');
  throwIfAborted(signal);

  /** All of them get the result of the last one. */
  let waiting = [];

  function takeWaiting() {
    const calls = waiting;
    waiting = [];
    return calls;
  }

  function rejectAll(calls, error) {
    for (let i = 0; i < calls.length; i++) calls[i].reject(error);
  }

  function run(args, calls) {
    if (abortion.check()) {
      rejectAll(calls, abortion.error);
      return;
    }
    let result;
    try {
      result = ReflectApply(fn, debounced, args);
    } catch (error) {
      rejectAll(calls, error);
      return;
    }
    for (let i = 0; i < calls.length; i++) calls[i].resolve(result);
  }

  function runWaiting() {
    const calls = takeWaiting();
    if (calls.length !== 0) run(calls[calls.length - 1].args, calls);
  }

  const timer = new Timer(runWaiting);

  function cancelWith(error) {
    if (!timer.isActive) return;
    timer.stop();
    rejectAll(takeWaiting(), error);
  }

  const abortion = new Abortion(signal, cancelWith);

  // The call before is no longer the last one.
  function supersede() {
    if (waiting.length === 0) return;
    markPromiseAsHandled(waiting[waiting.length - 1].promise);
    if (rejectOnCancel) rejectAll(takeWaiting(), new AbortError('The debounced call was superseded'));
  }

  function debounced(...args) {
    if (abortion.check()) return PromiseReject(abortion.error);
    const runsNow = leading && !timer.isActive;
    if (timer.isActive) {
      supersede();
      timer.refresh();
    } else {
      timer.start(wait);
    }
    const call = makeCall(args);
    if (runsNow) run(args, [call]);
    else ArrayPrototypePush(waiting, call);
    return call.promise;
  }

  defineInterface(debounced, fn, {
    cancel(reason) {
      cancelWith(abortError(reason));
    },
    flush() {
      if (waiting.length === 0) return;
      timer.stop();
      runWaiting();
    },
    ref() {
      timer.setRef(true);
      return debounced;
    },
    unref() {
      timer.setRef(false);
      return debounced;
    },
  }, {
    pending: () => (waiting.length === 0 ? null : waiting[waiting.length - 1].promise),
    pendingCount: () => waiting.length,
  });
  return debounced;
}

module.exports = { debounce };
