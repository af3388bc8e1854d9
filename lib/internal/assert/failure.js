'use strict';

// How assertions fail.

const {
  ArrayPrototypeSlice,
  Error,
  ErrorCaptureStackTrace,
  ErrorPrototypeToString,
  NumberPrototypeToString,
  ReflectApply,
  RegExpPrototypeSymbolReplace,
  StringPrototypeCharCodeAt,
  StringPrototypePadStart,
} = primordials;
const AssertionError = require('internal/assert/assertion_error');
const {
  codes: { ERR_AMBIGUOUS_ARGUMENT, ERR_INVALID_ARG_TYPE },
  isErrorStackTraceLimitWritable,
} = require('internal/errors');
const { isError } = require('internal/util');
const { format } = require('internal/util/inspect');

// Control characters that would spoil a terminal; newlines and tabs may stay.
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f]/g;

function escapeControl(character) {
  if (character === '\b') return '\\b';
  if (character === '\f') return '\\f';
  return `\\u${StringPrototypePadStart(NumberPrototypeToString(StringPrototypeCharCodeAt(character, 0), 16), 4, '0')}`;
}

// The call of `fn` as its source code says it.
function sourceOfCall(fn) {
  const { getErrorSourceExpression } = require('internal/errors/error_source');
  const limit = Error.stackTraceLimit;
  const isWritable = isErrorStackTraceLimitWritable();
  if (isWritable) Error.stackTraceLimit = 1;
  const holder = {};
  ErrorCaptureStackTrace(holder, fn);
  if (isWritable) Error.stackTraceLimit = limit;
  return getErrorSourceExpression(holder);
}

function falsyMessage(fn) {
  const source = sourceOfCall(fn);
  if (source === undefined) return [];
  return [`The expression evaluated to a falsy value:\n\n  ${
    RegExpPrototypeSymbolReplace(control, source, escapeControl)}\n`];
}

function rejectTrailing(args, description) {
  if (args.length > 1) {
    throw new ERR_AMBIGUOUS_ARGUMENT('message', `${description} has trailing arguments that would be ignored.`);
  }
}

/**
 * The message from what the caller of an assertion gave: nothing, a text, a format with values, an error, which is
 * thrown, or a function that makes the message.
 */
function resolveMessage(args, actual, expected) {
  if (args.length === 0) return undefined;
  const first = args[0];
  if (typeof first === 'string') return args.length > 1 ? ReflectApply(format, undefined, args) : first;
  if (isError(first)) {
    rejectTrailing(args, `The error message was passed as error object "${ErrorPrototypeToString(first)}"`);
    throw first;
  }
  if (typeof first !== 'function') throw new ERR_INVALID_ARG_TYPE('message', ['string', 'function'], first);
  rejectTrailing(args, `The error message with function "${first.name || 'anonymous'}"`);
  try {
    const message = first(actual, expected);
    return typeof message === 'string' ? message : undefined;
  } catch {
    // The assertion failed, which is more important than why the message did.
    return undefined;
  }
}

/**
 * Throws the AssertionError.
 * @param {object} options as for AssertionError, with `message` the list of what the caller gave
 */
function fail(options) {
  const { actual, expected, generatedMessage } = options;
  const error = new AssertionError({ ...options, message: resolveMessage(options.message, actual, expected) });
  if (generatedMessage !== undefined) error.generatedMessage = generatedMessage;
  throw error;
}

/**
 * `assert.ok`, for each function that does its job.
 * @param {Function} fn the function that was called
 * @param {any[]} args its arguments
 */
function ok(fn, args) {
  if (args[0]) return;
  let message;
  let generatedMessage = true;
  if (args.length === 0) {
    message = ['No value argument passed to `assert.ok()`'];
  } else if (args[1] == null) {
    message = falsyMessage(fn);
  } else {
    message = ArrayPrototypeSlice(args, 1);
    generatedMessage = false;
  }
  fail({ actual: args[0], expected: true, message, operator: '==', stackStartFn: fn, generatedMessage });
}

module.exports = { fail, ok };
