'use strict';

// Errors: their stack, and what the stack does not say.

const {
  ArrayIsArray,
  ArrayPrototypeIncludes,
  ArrayPrototypeIndexOf,
  ArrayPrototypeJoin,
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypeSplice,
  ErrorPrototypeToString,
  ObjectPrototypeHasOwnProperty,
  ObjectPrototypeToString,
  RegExpPrototypeExec,
  StringPrototypeEndsWith,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeRepeat,
  StringPrototypeReplace,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  StringPrototypeSplit,
  StringPrototypeStartsWith,
} = primordials;

// Before the requires: value.js needs it in turn.
module.exports = { formatError };

const { isError } = require('internal/util');
const { getPrefix } = require('internal/util/inspect/class_name');
const {
  collapseRepetitions,
  markFrames,
  omitSharedFrames,
} = require('internal/util/inspect/stack_frames');
const { formatValue } = require('internal/util/inspect/value');

const headOfName = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n {4}at)/;
const bareName = /^([a-z_A-Z0-9-]*Error)$/;

// Properties of errors may be getters, and getters may throw.
function read(error, key) {
  try {
    return { value: error[key], threw: false };
  } catch {
    return { value: undefined, threw: true };
  }
}

function stackOf(ctx, error) {
  const { value: stack } = read(error, 'stack');
  if (!stack) return ErrorPrototypeToString(error);
  if (typeof stack === 'string') return stack;
  ArrayPrototypePush(ctx.seen, error);
  ctx.indentationLvl += 4;
  const text = formatValue(ctx, stack);
  ctx.indentationLvl -= 4;
  ArrayPrototypePop(ctx.seen);
  return `${ErrorPrototypeToString(error)}\n    ${text}`;
}

function removeKey(keys, key) {
  const at = ArrayPrototypeIndexOf(keys, key);
  if (at !== -1) ArrayPrototypeSplice(keys, at, 1);
}

// The stack shows name and message already.
function removeShownKeys(keys, stack, message, name) {
  removeKey(keys, 'stack');
  const isShown = ({ value, threw }) => {
    return !threw && (typeof value !== 'string' || StringPrototypeIncludes(stack, value));
  };
  if (isShown(message)) removeKey(keys, 'message');
  if (isShown(name)) removeKey(keys, 'name');
}

// Shown although they are not enumerable.
function addCauseAndErrors(error, keys) {
  const add = (key) => {
    if (ObjectPrototypeHasOwnProperty(error, key) && !ArrayPrototypeIncludes(keys, key)) ArrayPrototypePush(keys, key);
  };
  add('cause');
  if (ArrayIsArray(read(error, 'errors').value)) add('errors');
}

function withoutLastSpace(prefix) {
  return StringPrototypeSlice(prefix, 0, -1);
}

// The stack's head names the class that made it: here it gets the class that the error really has.
function improveHead(stack, constructor, name, tag) {
  if (typeof name !== 'string') {
    const shown = withoutLastSpace(getPrefix(constructor, tag, 'Error'));
    stack = StringPrototypeReplace(stack, `${name}`, `${name} [${shown}]`);
  }
  let headLength = name.length;
  let fallback = 'Error';
  if (constructor === null) {
    const head = RegExpPrototypeExec(headOfName, stack) ?? RegExpPrototypeExec(bareName, stack);
    headLength = head === null ? 0 : head[1].length;
    fallback = head?.[1] || 'Error';
  } else {
    const after = stack[headLength];
    const isRegular = StringPrototypeEndsWith(name, 'Error') && StringPrototypeStartsWith(stack, name) &&
      (after === undefined || after === ':' || after === '\n');
    if (!isRegular) return stack;
  }
  const prefix = withoutLastSpace(getPrefix(constructor, tag, fallback));
  if (name === prefix) return stack;
  const rest = StringPrototypeSlice(stack, headLength);
  if (!StringPrototypeIncludes(prefix, name)) return `${prefix} [${name}]${rest}`;
  return headLength === 0 ? `${prefix}: ${stack}` : `${prefix}${rest}`;
}

function framesOf(ctx, error, text) {
  const frames = StringPrototypeSplit(text, '\n');
  const { value: cause } = read(error, 'cause');
  if (cause != null && isError(cause)) omitSharedFrames(ctx, frames, stackOf(ctx, cause));
  if (frames.length > 10) collapseRepetitions(ctx, frames);
  if (ctx.colors) markFrames(ctx, frames);
  return ArrayPrototypeJoin(frames, '\n');
}

/**
 * @param {object} ctx
 * @param {object} error
 * @param {string | null} constructor
 * @param {string} tag
 * @param {(string | symbol)[]} keys of the properties that will be shown; changed in place
 * @returns {string}
 */
function formatError(ctx, error, constructor, tag, keys) {
  let stack;
  try {
    stack = stackOf(ctx, error);
  } catch {
    return ObjectPrototypeToString(error);
  }
  const message = read(error, 'message');
  const name = read(error, 'name');
  if (!ctx.showHidden && keys.length !== 0) removeShownKeys(keys, stack, message, name);
  addCauseAndErrors(error, keys);
  stack = improveHead(stack, constructor, name.value ?? 'Error', tag);

  // The message may look like a frame.
  const text = message.value;
  const at = text ? StringPrototypeIndexOf(stack, text) : -1;
  const framesAt = StringPrototypeIndexOf(stack, '\n    at', at > 0 ? at + text.length : 0);
  if (framesAt === -1) {
    stack = `[${stack}]`;
  } else {
    const head = StringPrototypeSlice(stack, 0, framesAt);
    stack = `${head}\n${framesOf(ctx, error, StringPrototypeSlice(stack, framesAt + 1))}`;
  }
  if (ctx.indentationLvl === 0) return stack;
  return StringPrototypeReplaceAll(stack, '\n', `\n${StringPrototypeRepeat(' ', ctx.indentationLvl)}`);
}
