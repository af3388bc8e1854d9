'use strict';

// What `util.debounce` and `util.throttle` share.

const {
  ObjectDefineProperties,
  PromiseWithResolvers,
} = primordials;
const { AbortError } = require('internal/errors');
const { addAbortListener } = require('internal/events/abort_listener');
const { clearTimeout, setTimeout } = require('timers');

function abortError(reason) {
  return reason === undefined ? new AbortError() : new AbortError(undefined, { __proto__: null, cause: reason });
}

/** Throws if `signal` is aborted already. */
function throwIfAborted(signal) {
  if (signal?.aborted) throw new AbortError(undefined, { __proto__: null, cause: signal.reason });
}

/** A timer that can be unref'd before it is started. */
class Timer {
  #timeout;
  #isRef = true;
  #callback;

  constructor(callback) {
    this.#callback = () => {
      this.#timeout = undefined;
      callback();
    };
  }

  get isActive() {
    return this.#timeout !== undefined;
  }

  start(ms) {
    this.#timeout = setTimeout(this.#callback, ms);
    if (!this.#isRef) this.#timeout.unref();
  }

  /** Begins the time anew. */
  refresh() {
    this.#timeout.refresh();
  }

  stop() {
    clearTimeout(this.#timeout);
    this.#timeout = undefined;
  }

  setRef(isRef) {
    this.#isRef = isRef;
    if (isRef) this.#timeout?.ref();
    else this.#timeout?.unref();
  }
}

/** Whether the signal was aborted, and with what error every later call fails. */
class Abortion {
  /** Made once: all calls fail with the same error. */
  error = undefined;
  #signal;
  #cancel;

  /**
   * @param {AbortSignal} [signal]
   * @param {(error: Error) => void} cancel
   */
  constructor(signal, cancel) {
    this.#signal = signal;
    this.#cancel = cancel;
    if (signal !== undefined) addAbortListener(signal, () => this.#abort());
  }

  #abort() {
    this.error ??= abortError(this.#signal.reason);
    this.#cancel(this.error);
  }

  /** Looks at the signal: it may be aborted although its listeners have not run yet. */
  check() {
    if (this.#signal?.aborted) this.#abort();
    return this.error !== undefined;
  }
}

function method(value) {
  return { __proto__: null, configurable: true, enumerable: true, writable: true, value };
}

function getter(get) {
  return { __proto__: null, enumerable: false, get };
}

/**
 * Makes `target` look like `fn`, with further methods and getters.
 * @param {Function} target
 * @param {Function} fn
 * @param {Record<string, Function>} methods
 * @param {Record<string, () => any>} getters
 */
function defineInterface(target, fn, methods, getters) {
  const descriptors = { __proto__: null };
  for (const name in methods) descriptors[name] = method(methods[name]);
  for (const name in getters) descriptors[name] = getter(getters[name]);
  descriptors.length = { __proto__: null, configurable: true, value: fn.length };
  descriptors.name = { __proto__: null, configurable: true, value: fn.name };
  ObjectDefineProperties(target, descriptors);
}

/** A call that waits: its promise, the functions that settle it, and its arguments. */
function makeCall(args) {
  const call = PromiseWithResolvers();
  call.args = args;
  return call;
}

module.exports = { Abortion, Timer, abortError, defineInterface, makeCall, throwIfAborted };
