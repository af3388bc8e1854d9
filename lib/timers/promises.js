'use strict';

// node:timers/promises (https://nodejs.org/api/timers.html#timers-promises-api)

const { Promise, PromiseReject, ReflectConstruct, SafePromisePrototypeFinally, Symbol } = primordials;
const { Timeout, insert, clearTimer } = require('internal/timers');
const { Immediate, clear: clearImmediateObject } = require('internal/immediates');
const { AbortError, codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_THIS } } = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateNumber, validateObject } = require('internal/validators');
const { kEmptyObject } = require('internal/util');

const kScheduler = Symbol('kScheduler');
let kResistStopPropagation;

function check(options) {
  validateObject(options, 'options');
  const { signal, ref = true } = options;
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  validateBoolean(ref, 'options.ref');
  return { signal, ref };
}

/** A promise of what `start(resolve)` begins, which the signal cancels by `stop`. */
function cancellable(signal, start, stop) {
  if (signal?.aborted) return PromiseReject(new AbortError(undefined, { cause: signal.reason }));
  let onAbort;
  const promise = new Promise((resolve, reject) => {
    const timer = start(resolve);
    if (signal) {
      onAbort = () => {
        stop(timer);
        reject(new AbortError(undefined, { cause: signal.reason }));
      };
      kResistStopPropagation ??= require('internal/event_target').kResistStopPropagation;
      signal.addEventListener('abort', onAbort, { __proto__: null, [kResistStopPropagation]: true });
    }
  });
  return onAbort === undefined ? promise :
    SafePromisePrototypeFinally(promise, () => signal.removeEventListener('abort', onAbort));
}

/**
 * A promise that is fulfilled with `value` after `after` milliseconds.
 * @param {number} [after]
 * @param {unknown} [value]
 * @param {{ signal?: AbortSignal, ref?: boolean }} [options]
 * @returns {Promise<unknown>}
 */
function setTimeout(after, value, options = kEmptyObject) {
  let checked;
  try {
    if (after !== undefined) validateNumber(after, 'delay');
    checked = check(options);
  } catch (error) {
    return PromiseReject(error);
  }
  return cancellable(checked.signal, (resolve) => {
    const timer = new Timeout(resolve, after, [value], false, checked.ref);
    insert(timer, timer._idleTimeout);
    return timer;
  }, clearTimer);
}

/**
 * A promise that is fulfilled with `value` in the check phase.
 * @param {unknown} [value]
 * @param {{ signal?: AbortSignal, ref?: boolean }} [options]
 * @returns {Promise<unknown>}
 */
function setImmediate(value, options = kEmptyObject) {
  let checked;
  try {
    checked = check(options);
  } catch (error) {
    return PromiseReject(error);
  }
  return cancellable(checked.signal, (resolve) => {
    const immediate = new Immediate(resolve, [value]);
    if (!checked.ref) immediate.unref();
    return immediate;
  }, clearImmediateObject);
}

/**
 * Yields `value` every `after` milliseconds; ticks that nobody waited for are not lost.
 * @param {number} [after]
 * @param {unknown} [value]
 * @param {{ signal?: AbortSignal, ref?: boolean }} [options]
 */
async function* setInterval(after, value, options = kEmptyObject) {
  if (after !== undefined) validateNumber(after, 'delay');
  const { signal, ref } = check(options);
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  let notYielded = 0;
  let wake;
  let onAbort;
  const interval = new Timeout(() => {
    notYielded++;
    wake?.();
    wake = undefined;
  }, after, undefined, true, ref);
  insert(interval, interval._idleTimeout);
  try {
    let failed;
    if (signal) {
      onAbort = () => {
        clearTimer(interval);
        failed = new AbortError(undefined, { cause: signal.reason });
        wake?.();
      };
      kResistStopPropagation ??= require('internal/event_target').kResistStopPropagation;
      signal.addEventListener('abort', onAbort, { __proto__: null, once: true, [kResistStopPropagation]: true });
    }
    while (!signal?.aborted) {
      if (notYielded === 0) await new Promise((resolve) => { wake = resolve; });
      for (; notYielded > 0; notYielded--) yield value;
    }
    throw failed ?? new AbortError(undefined, { cause: signal.reason });
  } finally {
    clearTimer(interval);
    signal?.removeEventListener('abort', onAbort);
  }
}

// https://wicg.github.io/scheduling-apis/ as far as Node has it.
class Scheduler {
  constructor() {
    throw new ERR_ILLEGAL_CONSTRUCTOR();
  }

  /** A promise that is fulfilled in the check phase. */
  yield() {
    if (!this[kScheduler]) throw new ERR_INVALID_THIS('Scheduler');
    return setImmediate();
  }

  /** As setTimeout without a value. */
  wait(delay, options) {
    if (!this[kScheduler]) throw new ERR_INVALID_THIS('Scheduler');
    return setTimeout(delay, undefined, options);
  }
}

const scheduler = ReflectConstruct(function() {
  this[kScheduler] = true;
}, [], Scheduler);

module.exports = { setTimeout, setImmediate, setInterval, scheduler };
