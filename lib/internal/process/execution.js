'use strict';

// What happens to an uncaught error, before native code ends the process over it
// (https://nodejs.org/api/process.html#event-uncaughtexception).

const { ArrayPrototypePush } = primordials;
const { setUncaughtExceptionHandler, exitCodes: { kGenericUserError } } = internalBinding('errors');
const asyncHooks = require('internal/async_hooks');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET } } = require('internal/errors');
const { validateFunction } = require('internal/validators');

/** Decides alone over every uncaught error. */
let captureCallback = null;
/** Are asked, the latest first, when there is no `captureCallback`. */
const auxiliaryCallbacks = [];

/**
 * Has `fn` called for every uncaught error, instead of the event; null takes it back.
 * @param {Function | null} fn
 */
function setUncaughtExceptionCaptureCallback(fn) {
  if (fn === null) {
    captureCallback = null;
    return;
  }
  if (typeof fn !== 'function') throw new ERR_INVALID_ARG_TYPE('fn', ['Function', 'null'], fn);
  if (captureCallback !== null) throw new ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET();
  captureCallback = fn;
}

/** @returns {boolean} */
function hasUncaughtExceptionCaptureCallback() {
  return captureCallback !== null;
}

/**
 * Has `fn` asked about every uncaught error before the event; it returns true for one that it dealt with. Unlike the
 * callback above any number may be added, none can be taken back, and
 * `domain` stays usable (https://nodejs.org/api/process.html#processadduncaughtexceptioncapturecallbackfn).
 * @param {(error: unknown) => unknown} fn
 */
function addUncaughtExceptionCaptureCallback(fn) {
  validateFunction(fn, 'fn');
  ArrayPrototypePush(auxiliaryCallbacks, fn);
}

/** Whether one of the auxiliary callbacks dealt with `error`. */
function isDealtWith(error) {
  for (let i = auxiliaryCallbacks.length - 1; i >= 0; i--) {
    if (auxiliaryCallbacks[i](error) === true) return true;
  }
  return false;
}

/**
 * Native code calls this for every uncaught error.
 * @param {unknown} error
 * @param {boolean} fromPromise
 * @returns {boolean} whether the process goes on
 */
function onUncaughtException(error, fromPromise) {
  const origin = fromPromise ? 'unhandledRejection' : 'uncaughtException';
  process.emit('uncaughtExceptionMonitor', error, origin);
  if (captureCallback !== null) {
    captureCallback(error);
  } else if (!isDealtWith(error) && !process.emit('uncaughtException', error, origin)) {
    announceExit();
    return false;
  }
  // The drain that the thrower's callback scope would have done happens at the end of an immediate, at the latest.
  require('timers').setImmediate(noop);
  asyncHooks.clearContext();
  return true;
}

function noop() {}

function announceExit() {
  try {
    if (!process._exiting) {
      process._exiting = true;
      // Whatever was set before; a listener may still set another.
      process.exitCode = kGenericUserError;
      process.emit('exit', kGenericUserError);
    }
  } catch {
    // An exit listener that throws does not hide the first error.
  }
}

/** Registers with native code. */
function setupUncaughtExceptions() {
  setUncaughtExceptionHandler(onUncaughtException);
}

module.exports = {
  addUncaughtExceptionCaptureCallback,
  hasUncaughtExceptionCaptureCallback,
  setUncaughtExceptionCaptureCallback,
  setupUncaughtExceptions,
};
