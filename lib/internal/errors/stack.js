'use strict';

// How the text of `error.stack` is made.

const {
  ArrayPrototypeFindIndex,
  ArrayPrototypeJoin,
  ArrayPrototypeSlice,
  Boolean,
  Error,
  ErrorCaptureStackTrace,
  ErrorPrototypeToString,
  ObjectGetOwnPropertyDescriptor,
  ObjectIsExtensible,
  ReflectApply,
  SafeWeakMap,
  StringPrototypeStartsWith,
  Symbol,
} = primordials;

/** Marks errors that have a code of ours: their stack is headed `Name [CODE]: message`. */
const kIsNodeError = Symbol('kIsNodeError');

/** Own formatting for the stack of one error: fn(error, callSites), used once. */
const overrideStackTrace = new SafeWeakMap();

function isErrorStackTraceLimitWritable() {
  const descriptor = ObjectGetOwnPropertyDescriptor(Error, 'stackTraceLimit');
  if (descriptor === undefined) return ObjectIsExtensible(Error);
  return descriptor.writable ?? descriptor.set !== undefined;
}

/**
 * Calls `make` while new errors collect no stack, which is slow and pointless when the stack is captured again.
 * @template T
 * @param {() => T} make
 * @returns {T}
 */
function withoutStackTrace(make) {
  if (!isErrorStackTraceLimitWritable()) return make();
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

let isBelowProgram;

/**
 * Has stacks end above the first frame for which `predicate` holds: from there on they are the REPL's own.
 * @param {(callSite: object) => boolean} predicate
 */
function endStacksAt(predicate) {
  isBelowProgram = predicate;
}

function programFrames(callSites) {
  if (isBelowProgram === undefined) return callSites;
  // What the REPL does for a program may stand on top, too.
  const first = ArrayPrototypeFindIndex(callSites, (callSite) => !isBelowProgram(callSite));
  if (first < 0) return [];
  const end = ArrayPrototypeFindIndex(callSites, (callSite, index) => index > first && isBelowProgram(callSite));
  return end < 0 ? callSites : ArrayPrototypeSlice(callSites, 0, end);
}

/** The stack's text when the program does not override it. */
function defaultPrepareStackTrace(error, callSites) {
  const head = kIsNodeError in error ?
    `${error.name} [${error.code}]: ${error.message}` : ErrorPrototypeToString(error);
  return callSites.length === 0 ? head : `${head}\n    at ${ArrayPrototypeJoin(callSites, '\n    at ')}`;
}

/**
 * Makes `error.stack`; native code calls it.
 * @param {object} global of the context that the error comes from
 * @param {object} error
 * @param {object[]} callSites V8's CallSite objects
 * @returns {any} what `error.stack` becomes
 */
function prepareStackTraceCallback(global, error, callSites) {
  callSites = programFrames(callSites);
  const override = overrideStackTrace.get(error);
  if (override !== undefined) {
    overrideStackTrace.delete(error);
    return override(error, callSites);
  }
  const own = global.Error;
  if (typeof own?.prepareStackTrace === 'function') return own.prepareStackTrace(error, callSites);
  // A program's hook also serves the errors of its vm contexts.
  if (typeof Error.prepareStackTrace === 'function') return Error.prepareStackTrace(error, callSites);
  return defaultPrepareStackTrace(error, callSites);
}

/** The value of `Error.prepareStackTrace` in a fresh realm. */
function ErrorPrepareStackTrace(error, trace) {
  return defaultPrepareStackTrace(error, trace);
}

/** Leaves built-in code out of the stack of `error`. Call it before the stack is first read. */
function hideInternalStackFrames(error) {
  overrideStackTrace.set(error, (_, callSites) => {
    const lines = [`${error}`];
    for (let i = 0; i < callSites.length; i++) {
      const file = callSites[i].getFileName() ?? '';
      if (!StringPrototypeStartsWith(file, 'node:internal')) lines[lines.length] = `${callSites[i]}`;
    }
    return ArrayPrototypeJoin(lines, '\n    at ');
  });
}

/**
 * Wraps `fn` so that errors it throws seem to come from the wrapper's caller.
 * `wrapper.withoutStackTrace` is `fn` itself, for callers that are wrapped themselves.
 * @template {Function} T
 * @param {T} fn
 * @returns {T}
 */
function hideStackFrames(fn) {
  function wrapped(...args) {
    try {
      return ReflectApply(fn, this, args);
    } catch (error) {
      if (Error.stackTraceLimit) ErrorCaptureStackTrace(error, wrapped);
      throw error;
    }
  }
  wrapped.withoutStackTrace = fn;
  return wrapped;
}

let overflow;

/** Whether `error` is V8's for too deep a recursion. */
function isStackOverflowError(error) {
  if (overflow === undefined) {
    const recurse = () => recurse();
    try {
      recurse();
    } catch (thrown) {
      overflow = { name: thrown.name, message: thrown.message };
    }
  }
  return Boolean(error) && error.name === overflow.name && error.message === overflow.message;
}

module.exports = {
  ErrorPrepareStackTrace,
  defaultPrepareStackTrace,
  endStacksAt,
  hideInternalStackFrames,
  hideStackFrames,
  isErrorStackTraceLimitWritable,
  isStackOverflowError,
  kIsNodeError,
  overrideStackTrace,
  prepareStackTraceCallback,
  withoutStackTrace,
};
