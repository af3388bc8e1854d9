'use strict';

// `assert.throws`, `rejects` and their opposites.

const {
  ArrayPrototypePush,
  Error,
  FunctionPrototypeCall,
  ObjectKeys,
  ObjectPrototypeIsPrototypeOf,
  RegExpPrototypeExec,
  String,
} = primordials;
const AssertionError = require('internal/assert/assertion_error');
const { fail } = require('internal/assert/failure');
const {
  codes: { ERR_AMBIGUOUS_ARGUMENT, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_RETURN_VALUE },
} = require('internal/errors');
const { isError } = require('internal/util');
const { isDeepStrictEqual } = require('internal/util/comparisons');
const { inspect } = require('internal/util/inspect');
const { isPromise, isRegExp } = require('internal/util/types');
const { validateFunction } = require('internal/validators');

/** Stands for "nothing was thrown". */
const kNothing = {};

/** What `fn` throws, or kNothing. */
function resultOf(fn) {
  validateFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return error;
  }
  return kNothing;
}

// Promises of other libraries will do; a thenable without `catch` will not.
function isPromiseLike(value) {
  return isPromise(value) || (value !== null && typeof value === 'object' &&
    typeof value.then === 'function' && typeof value.catch === 'function');
}

/** What a promise, or that of an async function, is rejected with, or kNothing. */
async function resultOfPromise(promiseFn) {
  let promise = promiseFn;
  if (typeof promiseFn === 'function') {
    promise = promiseFn();
    if (!isPromiseLike(promise)) throw new ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
  } else if (!isPromiseLike(promiseFn)) {
    throw new ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], promiseFn);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return kNothing;
}

function matches(regexp, text) {
  return typeof text === 'string' && isRegExp(regexp) && RegExpPrototypeExec(regexp, text) !== null;
}

/** The compared properties of an error or of what is expected of it, as the message shows them. */
class Comparison {
  constructor(object, keys, actual) {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (!(key in object)) continue;
      this[key] = actual !== undefined && matches(object[key], actual[key]) ? actual[key] : object[key];
    }
  }
}

function throwMismatch(fn, actual, expected, message, generatedMessage) {
  const error = new AssertionError({ actual, expected, message, operator: fn.name, stackStartFn: fn });
  error.generatedMessage = generatedMessage;
  throw error;
}

// A plain difference of values, though the operator is `throws` or `rejects`.
function throwDifference(fn, shownActual, shownExpected, message, actual, expected) {
  const error = new AssertionError({
    actual: shownActual,
    expected: shownExpected,
    message,
    operator: 'deepStrictEqual',
    stackStartFn: fn,
  });
  error.actual = actual;
  error.expected = expected;
  error.operator = fn.name;
  throw error;
}

function checkObject(fn, actual, expected, message) {
  if (typeof actual !== 'object' || actual === null) {
    throwDifference(fn, actual, expected, message, actual, expected);
  }
  const keys = ObjectKeys(expected);
  if (expected instanceof Error) ArrayPrototypePush(keys, 'name', 'message');
  else if (keys.length === 0) throw new ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (matches(expected[key], actual[key])) continue;
    if (key in actual && isDeepStrictEqual(actual[key], expected[key])) continue;
    if (message) fail({ actual, expected, message: [message], operator: fn.name, stackStartFn: fn });
    throwDifference(fn, new Comparison(actual, keys), new Comparison(expected, keys, actual), undefined,
                    actual, expected);
  }
}

function checkPattern(fn, actual, expected, message) {
  const text = String(actual);
  if (RegExpPrototypeExec(expected, text) !== null) return;
  throwMismatch(fn, actual, expected,
                message || 'The input did not match the regular expression ' +
                  `${inspect(expected)}. Input:\n\n${inspect(text)}\n`,
                !message);
}

function wrongClass(actual, expected) {
  const start = `The error is expected to be an instance of "${expected.name}". Received `;
  if (!isError(actual)) return `${start}"${inspect(actual, { depth: -1 })}"`;
  const name = actual.constructor?.name || actual.name;
  const shown = expected.name === name ?
    'an error with identical name but a different prototype.' : `"${name}"`;
  return `${start}${shown}${actual.message ? `\n\nError message:\n\n${actual.message}` : ''}`;
}

function wrongResult(actual, expected, result) {
  const name = expected.name ? `"${expected.name}" ` : '';
  const start = `The ${name}validation function is expected to return "true". Received ${inspect(result)}`;
  return isError(actual) ? `${start}\n\nCaught error:\n\n${actual}` : start;
}

function isInstance(value, constructor) {
  // Arrow functions have no prototype.
  return constructor.prototype !== undefined && value instanceof constructor;
}

function checkFunction(fn, actual, expected, message) {
  if (isInstance(actual, expected)) return;
  if (ObjectPrototypeIsPrototypeOf(Error, expected)) {
    throwMismatch(fn, actual, expected, message || wrongClass(actual, expected), !message);
  }
  const result = FunctionPrototypeCall(expected, {}, actual);
  if (result !== true) {
    throwMismatch(fn, actual, expected, message || wrongResult(actual, expected, result), !message);
  }
}

const expectationTypes = ['Object', 'Error', 'Function', 'RegExp'];

// A text in the place of the expectation is the message. It must not be what the error says, which would look like
// an expectation that was met.
function rejectAmbiguous(actual, text) {
  const isObject = typeof actual === 'object' && actual !== null;
  if ((isObject ? actual.message : actual) !== text) return;
  const shown = isObject ? `error message "${text}"` : `error "${text}"`;
  throw new ERR_AMBIGUOUS_ARGUMENT('error/message', `The ${shown} is identical to the message.`);
}

/**
 * Fails unless something was thrown that meets the expectation.
 * @param {Function} fn the assertion that was called
 * @param {'exception' | 'rejection'} kind
 * @param {any} actual what was thrown
 * @param {any[]} args expectation and message
 */
function expectsError(fn, kind, actual, args) {
  let { 0: expected, 1: message } = args;
  if (typeof expected === 'string') {
    if (args.length === 2) throw new ERR_INVALID_ARG_TYPE('error', expectationTypes, expected);
    rejectAmbiguous(actual, expected);
    message = expected;
    expected = undefined;
  } else if (expected != null && typeof expected !== 'object' && typeof expected !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('error', expectationTypes, expected);
  }

  if (actual === kNothing) {
    const name = expected?.name ? ` (${expected.name})` : '';
    fail({
      actual: undefined,
      expected,
      operator: fn.name,
      message: [`Missing expected ${kind}${name}${message ? `: ${message}` : '.'}`],
      stackStartFn: fn,
    });
  }
  if (!expected) return;
  if (typeof expected === 'function') checkFunction(fn, actual, expected, message);
  else if (isRegExp(expected)) checkPattern(fn, actual, expected, message);
  else checkObject(fn, actual, expected, message);
}

function isExpected(actual, expected) {
  if (isRegExp(expected)) return RegExpPrototypeExec(expected, String(actual)) !== null;
  if (typeof expected !== 'function') throw new ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
  if (isInstance(actual, expected)) return true;
  return !ObjectPrototypeIsPrototypeOf(Error, expected) && FunctionPrototypeCall(expected, {}, actual) === true;
}

/**
 * Fails if something was thrown that meets the expectation; throws on whatever else was thrown.
 * @param {Function} fn
 * @param {'exception' | 'rejection'} kind
 * @param {any} actual
 * @param {any[]} args
 */
function expectsNoError(fn, kind, actual, args) {
  if (actual === kNothing) return;
  let { 0: expected, 1: message } = args;
  if (typeof expected === 'string') {
    message = expected;
    expected = undefined;
  }
  if (!expected || isExpected(actual, expected)) {
    fail({
      actual,
      expected,
      operator: fn.name,
      message: [`Got unwanted ${kind}${message ? `: ${message}` : '.'}\nActual message: "${actual?.message}"`],
      stackStartFn: fn,
    });
  }
  throw actual;
}

module.exports = { expectsError, expectsNoError, resultOf, resultOfPromise };
