'use strict';

const {
  ArrayIsArray,
  ErrorCaptureStackTrace,
  NumberIsSafeInteger,
  ObjectDefineProperty,
  ObjectKeys,
  ObjectSetPrototypeOf,
  StringPrototypeToWellFormed,
} = primordials;
const {
  ErrnoException,
  ExceptionWithHostPort,
  codes: { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE },
  withoutStackTrace,
} = require('internal/errors');
const {
  convertProcessSignalToExitCode,
  defineLazyProperties,
  deprecate: internalDeprecate,
  getSystemErrorMap,
  getSystemErrorMessage: messageOfErrno,
  getSystemErrorName: nameOfErrno,
  kEmptyObject,
  promisify,
} = require('internal/util');
const { callbackify } = require('internal/util/callbackify');
const { getCallSites } = require('internal/util/call_sites');
const { debuglog } = require('internal/util/debuglog');
const { format, formatWithOptions, inspect, stripVTControlCharacters } = require('internal/util/inspect');
const { styleText } = require('internal/util/style_text');
const types = require('internal/util/types');
const { validateNumber, validateString } = require('internal/validators');
const binding = internalBinding('util');

/**
 * Makes the prototype of `ctor` inherit from that of `superCtor`.
 * @param {Function} ctor
 * @param {Function} superCtor
 */
function inherits(ctor, superCtor) {
  if (ctor == null) throw new ERR_INVALID_ARG_TYPE('ctor', 'Function', ctor);
  if (superCtor == null) throw new ERR_INVALID_ARG_TYPE('superCtor', 'Function', superCtor);
  if (superCtor.prototype === undefined) {
    throw new ERR_INVALID_ARG_TYPE('superCtor.prototype', 'Object', superCtor.prototype);
  }
  ObjectDefineProperty(ctor, 'super_', { __proto__: null, value: superCtor, writable: true, configurable: true });
  ObjectSetPrototypeOf(ctor.prototype, superCtor.prototype);
}

function _extend(target, source) {
  if (source === null || typeof source !== 'object') return target;
  const keys = ObjectKeys(source);
  for (let i = keys.length - 1; i >= 0; i--) target[keys[i]] = source[keys[i]];
  return target;
}

/** The description of a system error, given by its (negative) number. */
function getSystemErrorMessage(err) {
  validateNumber(err, 'err');
  if (err >= 0 || !NumberIsSafeInteger(err)) {
    throw new ERR_OUT_OF_RANGE('err', 'a negative integer', err);
  }
  return messageOfErrno(err);
}

/** The name of a system error, such as ENOENT. */
function getSystemErrorName(err) {
  validateNumber(err, 'err');
  if (err >= 0 || !NumberIsSafeInteger(err)) {
    throw new ERR_OUT_OF_RANGE('err', 'a negative integer', err);
  }
  return nameOfErrno(err);
}

function _errnoException(...args) {
  const error = withoutStackTrace(() => new ErrnoException(...args));
  ErrorCaptureStackTrace(error, _errnoException);
  return error;
}

function _exceptionWithHostPort(...args) {
  const error = withoutStackTrace(() => new ExceptionWithHostPort(...args));
  ErrorCaptureStackTrace(error, _exceptionWithHostPort);
  return error;
}

/** The variables in the text of a `.env` file. */
function parseEnv(content) {
  validateString(content, 'content');
  return binding.parseEnv(content);
}

function deprecate(fn, msg, code, { modifyPrototype } = kEmptyObject) {
  return internalDeprecate(fn, msg, code, undefined, modifyPrototype);
}

/** Keeps a rejection of `promise` from being reported as unhandled. */
function markPromiseAsHandled(promise) {
  if (!types.isPromise(promise)) throw new ERR_INVALID_ARG_TYPE('promise', 'Promise', promise);
  binding.markPromiseAsHandled(promise);
}

module.exports = {
  _errnoException,
  _exceptionWithHostPort,
  _extend: internalDeprecate(
    _extend, 'The `util._extend` API is deprecated. Please use Object.assign() instead.', 'DEP0060'),
  callbackify,
  convertProcessSignalToExitCode,
  debug: debuglog,
  debuglog,
  deprecate,
  format,
  styleText,
  formatWithOptions,
  getCallSites,
  getSystemErrorMap,
  getSystemErrorName,
  getSystemErrorMessage,
  inherits,
  inspect,
  isArray: internalDeprecate(
    ArrayIsArray, 'The `util.isArray` API is deprecated. Please use `Array.isArray()` instead.', 'DEP0044'),
  isDeepStrictEqual(a, b, skipPrototype) {
    return require('internal/util/comparisons').isDeepStrictEqual(a, b, skipPrototype);
  },
  markPromiseAsHandled,
  promisify,
  stripVTControlCharacters,
  toUSVString(input) {
    return StringPrototypeToWellFormed(`${input}`);
  },
  get transferableAbortSignal() {
    return require('internal/abort_controller').transferableAbortSignal;
  },
  get transferableAbortController() {
    return require('internal/abort_controller').transferableAbortController;
  },
  get aborted() {
    return require('internal/abort_controller').aborted;
  },
  types,
  parseEnv,
};

defineLazyProperties(module.exports, 'internal/util/parse_args/parse_args', ['parseArgs']);
defineLazyProperties(module.exports, 'internal/encoding', ['TextDecoder', 'TextEncoder']);
defineLazyProperties(module.exports, 'internal/mime', ['MIMEType', 'MIMEParams']);
defineLazyProperties(module.exports, 'internal/util/diff', ['diff']);
defineLazyProperties(module.exports, 'internal/util/debounce', ['debounce']);
defineLazyProperties(module.exports, 'internal/util/throttle', ['throttle']);
