'use strict';

// Small things that many parts of lib/ need, and the way to those in internal/util/.

const {
  ArrayPrototypePop,
  Error,
  ErrorCaptureStackTrace,
  FunctionPrototypeSymbolHasInstance,
  ObjectGetOwnPropertyDescriptor,
  ObjectGetPrototypeOf,
  ReflectApply,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  SymbolFor,
} = primordials;
const { systemErrorName, withoutStackTrace } = require('internal/errors');
const { isNativeError } = internalBinding('types');
const { normalizeEncoding } = require('internal/util/encoding_names');
const properties = require('internal/util/properties');

const { kEmptyObject } = properties;

const isWindows = process.platform === 'win32';
const isMacOS = process.platform === 'darwin';

const colorSequence = /\u001b\[\d\d?m/g;

/** `text` without colours. */
function removeColors(text) {
  return RegExpPrototypeSymbolReplace(colorSequence, text, '');
}

/** Whether `value` is an error: made by an error's constructor of any realm, or inheriting from this realm's Error. */
function isError(value) {
  return isNativeError(value) || FunctionPrototypeSymbolHasInstance(Error, value);
}

/** The nearest constructor with a name on the prototype chain, null if there is none. */
function getConstructorOf(object) {
  for (let at = object; at; at = ObjectGetPrototypeOf(at)) {
    const constructor = ObjectGetOwnPropertyDescriptor(at, 'constructor')?.value;
    if (typeof constructor === 'function' && constructor.name !== '') return constructor;
  }
  return null;
}

let cwdUrl;
let cwdOfUrl;

/** The working directory as a URL; the root where it was deleted. */
function getCWDURL() {
  const { sep } = require('path');
  const { pathToFileURL } = require('internal/url');
  let cwd = '';
  try {
    cwd = process.cwd();
  } catch {
    // It was deleted: the last known one, or else the root.
    return cwdUrl ??= pathToFileURL(sep);
  }
  if (cwd !== cwdOfUrl) {
    cwdUrl = pathToFileURL(cwd + sep);
    cwdOfUrl = cwd;
  }
  return cwdUrl;
}

function getSystemErrorMessage(errno) {
  return internalBinding('uv').getErrorMessage(errno);
}

function getSystemErrorMap() {
  return internalBinding('uv').getErrorMap();
}

/** As Array.prototype.join, for texts that may be huge: V8 keeps what is added as a tree, and copies nothing. */
function join(list, separator) {
  if (list.length === 0) return '';
  let text = list[0];
  for (let i = 1; i < list.length; i++) {
    text += separator;
    text += list[i];
  }
  return text;
}

/** Removes one element: faster than splice for short lists. */
function spliceOne(list, index) {
  for (; index + 1 < list.length; index++) list[index] = list[index + 1];
  ArrayPrototypePop(list);
}

const nodeModules = /^(?:.*)[\\/]node_modules[\\/]/;

function isUnderNodeModules(filename) {
  return filename && RegExpPrototypeExec(nodeModules, filename) !== null;
}

/** `callback`, called at most once; later calls return undefined, or the first call's value on demand. */
function once(callback, { preserveReturnValue = false } = kEmptyObject) {
  let called = false;
  let kept;
  return function(...args) {
    if (called) return kept;
    called = true;
    const result = ReflectApply(callback, this, args);
    if (preserveReturnValue) kept = result;
    return result;
  };
}

const handleTypes = ['TCP', 'TTY', 'UDP', 'FILE', 'PIPE', 'UNKNOWN'];

/** What a file descriptor is open for. */
function guessHandleType(fd) {
  return handleTypes[internalBinding('util').guessHandleType(fd)];
}

function lazyDOMExceptionClass() {
  return require('internal/domexception').DOMException;
}

/** A DOMException whose stack starts at the caller. */
function lazyDOMException(message, name) {
  const DOMException = lazyDOMExceptionClass();
  const error = withoutStackTrace(() => new DOMException(message, name));
  ErrorCaptureStackTrace(error, lazyDOMException);
  return error;
}

module.exports = {
  ...properties,
  /** A method by this name gives what `inspect` shows of its object. */
  customInspectSymbol: SymbolFor('nodejs.util.inspect.custom'),
  getCWDURL,
  getConstructorOf,
  getSystemErrorMap,
  getSystemErrorMessage,
  getSystemErrorName: systemErrorName,
  guessHandleType,
  isError,
  isInsideNodeModules: internalBinding('util').isInsideNodeModules,
  isMacOS,
  isUnderNodeModules,
  isWindows,
  join,
  lazyDOMException,
  lazyDOMExceptionClass,
  normalizeEncoding,
  once,
  removeColors,
  spliceOne,
  ...require('internal/util/deprecation'),
  ...require('internal/util/promisify'),
  ...require('internal/util/signals'),
};
