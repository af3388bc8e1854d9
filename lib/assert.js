'use strict';

const {
  ArrayPrototypeIndexOf,
  ArrayPrototypeJoin,
  ArrayPrototypeSlice,
  NumberIsNaN,
  ObjectAssign,
  ObjectDefineProperty,
  ObjectIs,
  RegExpPrototypeExec,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeSplit,
  Symbol,
} = primordials;
const AssertionError = require('internal/assert/assertion_error');
const { expectsError, expectsNoError, resultOf, resultOfPromise } = require('internal/assert/exceptions');
const { fail, ok } = require('internal/assert/failure');
const {
  codes: { ERR_CONSTRUCT_CALL_REQUIRED, ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS },
} = require('internal/errors');
const { isError } = require('internal/util');
const { isDeepEqual, isDeepStrictEqual, isPartialStrictEqual } = require('internal/util/comparisons');
const { inspect } = require('internal/util/inspect');
const { isRegExp } = require('internal/util/types');
const { validateOneOf } = require('internal/validators');

const kOptions = Symbol('options');

/**
 * Assertions with options of their own.
 * @param {object} [options]
 * @param {'simple' | 'full'} [options.diff] whether long differences are shown in full
 * @param {boolean} [options.strict] whether `equal` and its like are their strict forms
 * @param {boolean} [options.skipPrototype] whether deepStrictEqual looks at prototypes
 */
function Assert(options) {
  if (!new.target) throw new ERR_CONSTRUCT_CALL_REQUIRED('Assert');
  const own = ObjectAssign({ __proto__: null, strict: true, skipPrototype: false }, options);
  if (own.diff !== undefined) validateOneOf(own.diff, 'options.diff', ['simple', 'full']);
  this.AssertionError = AssertionError;
  ObjectDefineProperty(this, kOptions, {
    __proto__: null, value: own, enumerable: false, configurable: false, writable: false,
  });
  if (own.strict) {
    this.equal = this.strictEqual;
    this.deepEqual = this.deepStrictEqual;
    this.notEqual = this.notStrictEqual;
    this.notDeepEqual = this.notDeepStrictEqual;
  }
}

// Methods work without their object, too: `const { equal } = new Assert()`.
function diffOf(self) {
  return self?.[kOptions]?.diff;
}

// NaN equals itself here.
function areLooselyEqual(a, b) {
  return a == b || (NumberIsNaN(a) && NumberIsNaN(b));
}

function strictlyDeepEqual(a, b, self) {
  return isDeepStrictEqual(a, b, self?.[kOptions]?.skipPrototype);
}

/** Makes the method `name` that compares two values; it fails if they do not match. */
function comparison(name, operator, areMatching) {
  const method = { [name](actual, expected, ...message) {
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('actual', 'expected');
    if (!areMatching(actual, expected, this)) {
      fail({ actual, expected, message, operator, stackStartFn: method, diff: diffOf(this) });
    }
  } }[name];
  return method;
}

/** Makes `match` or `doesNotMatch`. */
function matcher(name, shouldMatch, complaint) {
  const method = { [name](string, regexp, ...message) {
    if (!isRegExp(regexp)) throw new ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
    const isString = typeof string === 'string';
    if (isString && (RegExpPrototypeExec(regexp, string) !== null) === shouldMatch) return;
    const generatedMessage = message.length === 0;
    message[0] ||= isString ?
      `${complaint} the regular expression ${inspect(regexp)}. Input:\n\n${inspect(string)}\n` :
      `The "string" argument must be of type string. Received type ${typeof string} (${inspect(string)})`;
    fail({
      actual: string, expected: regexp, message, operator: name, stackStartFn: method, generatedMessage,
    });
  } }[name];
  return method;
}

/**
 * The stack of `error` where it joins that of the original: what both have in common is shown once.
 */
function joinStacks(error, original) {
  const start = StringPrototypeIndexOf(original, '\n    at');
  if (start === -1) return error;
  const frames = StringPrototypeSplit(StringPrototypeSlice(original, start + 1), '\n');
  let own = StringPrototypeSplit(error, '\n');
  for (let i = 0; i < frames.length; i++) {
    const at = ArrayPrototypeIndexOf(own, frames[i]);
    if (at !== -1) {
      own = ArrayPrototypeSlice(own, 0, at);
      break;
    }
  }
  return `${ArrayPrototypeJoin(own, '\n')}\n${ArrayPrototypeJoin(frames, '\n')}`;
}

function unwantedError(error) {
  if (typeof error !== 'object' || typeof error.message !== 'string') return inspect(error);
  return error.message.length === 0 && error.constructor ? error.constructor.name : error.message;
}

const methods = {
  ok(...args) {
    ok(methods.ok, args);
  },

  fail(message) {
    if (isError(message)) throw message;
    const error = new AssertionError({
      operator: 'fail',
      stackStartFn: methods.fail,
      message: message === undefined ? 'Failed' : message,
      diff: diffOf(this),
    });
    if (message === undefined) error.generatedMessage = true;
    throw error;
  },

  equal: comparison('equal', '==', areLooselyEqual),
  notEqual: comparison('notEqual', '!=', (a, b) => !areLooselyEqual(a, b)),
  deepEqual: comparison('deepEqual', 'deepEqual', isDeepEqual),
  notDeepEqual: comparison('notDeepEqual', 'notDeepEqual', (a, b) => !isDeepEqual(a, b)),
  deepStrictEqual: comparison('deepStrictEqual', 'deepStrictEqual', strictlyDeepEqual),
  notDeepStrictEqual: comparison('notDeepStrictEqual', 'notDeepStrictEqual',
                                 (a, b, self) => !strictlyDeepEqual(a, b, self)),
  strictEqual: comparison('strictEqual', 'strictEqual', ObjectIs),
  notStrictEqual: comparison('notStrictEqual', 'notStrictEqual', (a, b) => !ObjectIs(a, b)),
  partialDeepStrictEqual: comparison('partialDeepStrictEqual', 'partialDeepStrictEqual', isPartialStrictEqual),

  match: matcher('match', true, 'The input did not match'),
  doesNotMatch: matcher('doesNotMatch', false, 'The input was expected to not match'),

  throws(fn, ...args) {
    expectsError(methods.throws, 'exception', resultOf(fn), args);
  },

  async rejects(promiseFn, ...args) {
    expectsError(methods.rejects, 'rejection', await resultOfPromise(promiseFn), args);
  },

  doesNotThrow(fn, ...args) {
    expectsNoError(methods.doesNotThrow, 'exception', resultOf(fn), args);
  },

  async doesNotReject(promiseFn, ...args) {
    expectsNoError(methods.doesNotReject, 'rejection', await resultOfPromise(promiseFn), args);
  },

  ifError(value) {
    if (value === null || value === undefined) return;
    const error = new AssertionError({
      actual: value,
      expected: null,
      operator: 'ifError',
      message: `ifError got unwanted exception: ${unwantedError(value)}`,
      stackStartFn: methods.ifError,
      diff: diffOf(this),
    });
    const { stack } = value;
    if (typeof stack === 'string') error.stack = joinStacks(error.stack, stack);
    throw error;
  },
};

for (const name in methods) Assert.prototype[name] = methods[name];

function assert(...args) {
  ok(assert, args);
}

function strict(...args) {
  ok(strict, args);
}

assert.AssertionError = AssertionError;
ObjectAssign(assert, methods);
assert.strict = ObjectAssign(strict, assert, {
  equal: assert.strictEqual,
  deepEqual: assert.deepStrictEqual,
  notEqual: assert.notStrictEqual,
  notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.Assert = Assert;
assert.strict.strict = assert.strict;
assert.Assert = Assert;

module.exports = assert;
