'use strict';

// node:timers (https://nodejs.org/api/timers.html)

const { Array, ObjectDefineProperty } = primordials;
const { Timeout, knownTimersById, insert, clearTimer } = require('internal/timers');
const { Immediate, clear: clearImmediateObject } = require('internal/immediates');
const { promisify: { custom: customPromisify } } = require('internal/util');
const { validateFunction } = require('internal/validators');

/**
 * Calls `callback` once, after at least `after` milliseconds.
 * @param {Function} callback
 * @param {number} [after] 1 to 2³¹ - 1; anything else is 1
 * @param {...unknown} args
 * @returns {Timeout}
 */
function setTimeout(callback, after) {
  validateFunction(callback, 'callback');
  const timeout = new Timeout(callback, after, restOf(arguments, 2), false, true);
  insert(timeout, timeout._idleTimeout);
  return timeout;
}

/**
 * Calls `callback` again and again, `repeat` milliseconds after the start of the call before.
 * @param {Function} callback
 * @param {number} [repeat]
 * @param {...unknown} args
 * @returns {Timeout}
 */
function setInterval(callback, repeat) {
  validateFunction(callback, 'callback');
  const timeout = new Timeout(callback, repeat, restOf(arguments, 2), true, true);
  insert(timeout, timeout._idleTimeout);
  return timeout;
}

/**
 * Calls `callback` in the check phase, after the poll phase.
 * @param {Function} callback
 * @param {...unknown} args
 * @returns {Immediate}
 */
function setImmediate(callback) {
  validateFunction(callback, 'callback');
  return new Immediate(callback, restOf(arguments, 1));
}

function restOf(values, from) {
  const count = values.length - from;
  if (count <= 0) return undefined;
  const rest = new Array(count);
  for (let i = 0; i < count; i++) rest[i] = values[i + from];
  return rest;
}

/**
 * Stops a timer; whatever is not a timer is ignored.
 * @param {Timeout | string | number} timer
 */
function clearTimeout(timer) {
  if (timer?._onTimeout) {
    timer._onTimeout = null;
    clearTimer(timer);
    return;
  }
  if (typeof timer === 'number' || typeof timer === 'string') {
    const found = knownTimersById[timer];
    if (found !== undefined) {
      found._onTimeout = null;
      clearTimer(found);
    }
  }
}

/** As clearTimeout. */
function clearInterval(timer) {
  clearTimeout(timer);
}

/** Stops an immediate that has not run; whatever is not an immediate is ignored. */
function clearImmediate(immediate) {
  if (immediate?._onImmediate && !immediate._destroyed) clearImmediateObject(immediate);
}

let promises;
const lazyPromises = () => promises ??= require('timers/promises');

function promisifiedBy(name) {
  return {
    __proto__: null,
    enumerable: true,
    get() {
      return lazyPromises()[name];
    },
  };
}
ObjectDefineProperty(setTimeout, customPromisify, promisifiedBy('setTimeout'));
ObjectDefineProperty(setImmediate, customPromisify, promisifiedBy('setImmediate'));

module.exports = { setTimeout, clearTimeout, setImmediate, clearImmediate, setInterval, clearInterval };

ObjectDefineProperty(module.exports, 'promises', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get: lazyPromises,
});
