'use strict';

const {
  ArrayPrototypeJoin,
  Error,
  ErrorCaptureStackTrace,
  ObjectAssign,
  ObjectDefineProperty,
  ObjectGetPrototypeOf,
  ObjectPrototypeHasOwnProperty,
  String,
  StringPrototypeSlice,
  StringPrototypeSplit,
} = primordials;
const { equalityMessage, generateMessage, isEquality } = require('internal/assert/messages');
const { withoutStackTrace } = require('internal/errors');
const { isError } = require('internal/util');
const colors = require('internal/util/colors');
const { inspect } = require('internal/util/inspect');
const { validateObject } = require('internal/validators');

/** Lines and characters of strings that are shown with the error. */
const maxLines = 10;
const maxLength = 512;

// An error that is compared is shown without its stack, which differs anyway.
function copyError(source) {
  const copy = ObjectAssign({ __proto__: ObjectGetPrototypeOf(source) }, source);
  ObjectDefineProperty(copy, 'message', { __proto__: null, value: source.message });
  if (ObjectPrototypeHasOwnProperty(source, 'cause')) {
    const { cause } = source;
    ObjectDefineProperty(copy, 'cause', { __proto__: null, value: isError(cause) ? copyError(cause) : cause });
  }
  return copy;
}

function hasStack(value) {
  return typeof value === 'object' && value !== null && 'stack' in value && value instanceof Error;
}

function shorten(text) {
  const lines = StringPrototypeSplit(text, '\n', maxLines + 1);
  if (lines.length > maxLines) {
    lines.length = maxLines;
    return `${ArrayPrototypeJoin(lines, '\n')}\n...`;
  }
  return text.length > maxLength ? `${StringPrototypeSlice(text, maxLength)}...` : text;
}

/** What a failed assertion throws. */
class AssertionError extends Error {
  /**
   * @param {object} options message, actual, expected, operator, stackStartFn (the innermost function that the stack
   *   leaves out), diff: 'simple' or 'full', details: several errors in the place of one
   */
  constructor(options) {
    validateObject(options, 'options');
    const { message, operator, details, diff = 'simple', stackStartFn, stackStartFunction } = options;
    let { actual, expected } = options;
    let text;
    if (message != null) {
      text = isEquality(operator) ? equalityMessage(actual, expected, operator, message, diff) : String(message);
    } else {
      // The environment may have changed.
      colors.refresh();
      if (hasStack(actual) && hasStack(expected)) {
        actual = copyError(actual);
        expected = copyError(expected);
      }
      text = generateMessage(actual, expected, operator, diff);
    }
    withoutStackTrace(() => super(text));

    this.generatedMessage = !message;
    ObjectDefineProperty(this, 'name', {
      __proto__: null,
      value: 'AssertionError [ERR_ASSERTION]',
      enumerable: false,
      writable: true,
      configurable: true,
    });
    this.code = 'ERR_ASSERTION';
    if (details) {
      this.actual = undefined;
      this.expected = undefined;
      this.operator = undefined;
      for (let i = 0; i < details.length; i++) {
        this[`message ${i}`] = details[i].message;
        this[`actual ${i}`] = details[i].actual;
        this[`expected ${i}`] = details[i].expected;
        this[`operator ${i}`] = details[i].operator;
        this[`stack trace ${i}`] = details[i].stack;
      }
    } else {
      this.actual = actual;
      this.expected = expected;
      this.operator = operator;
    }
    ErrorCaptureStackTrace(this, stackStartFn || stackStartFunction);
    // The stack is made when it is first read: here, with the code in the name.
    this.stack;  
    this.name = 'AssertionError';
    this.diff = diff;
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [inspect.custom](depth, options) {
    const { actual, expected } = this;
    // The message shows them already: here they are kept short.
    if (typeof actual === 'string') this.actual = shorten(actual);
    if (typeof expected === 'string') this.expected = shorten(expected);
    const text = inspect(this, { ...options, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return text;
  }
}

module.exports = AssertionError;
