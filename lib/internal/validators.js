'use strict';

// Checks of arguments. Each throws an error that seems to come from the validator's caller. They are on
// every hot path, so the good case is a bare comparison: only the failing one costs anything.

const {
  ArrayIsArray,
  ArrayPrototypeIncludes,
  ArrayPrototypeJoin,
  ArrayPrototypeMap,
  Error,
  ErrorCaptureStackTrace,
  NumberIsFinite,
  NumberIsInteger,
  NumberIsNaN,
  NumberMAX_SAFE_INTEGER,
  NumberMIN_SAFE_INTEGER,
  NumberParseInt,
  ObjectPrototypeHasOwnProperty,
  RegExpPrototypeExec,
  String,
  StringPrototypeIncludes,
  StringPrototypeToUpperCase,
  StringPrototypeTrim,
} = primordials;
const {
  codes: {
    ERR_INVALID_ARG_TYPE: { HideStackFramesError: ERR_INVALID_ARG_TYPE },
    ERR_INVALID_ARG_VALUE: { HideStackFramesError: ERR_INVALID_ARG_VALUE },
    ERR_INVALID_THIS: { HideStackFramesError: ERR_INVALID_THIS },
    ERR_OUT_OF_RANGE: { HideStackFramesError: ERR_OUT_OF_RANGE },
    ERR_SOCKET_BAD_PORT: { HideStackFramesError: ERR_SOCKET_BAD_PORT },
    ERR_UNKNOWN_SIGNAL: { HideStackFramesError: ERR_UNKNOWN_SIGNAL },
  },
} = require('internal/errors');
const { normalizeEncoding } = require('internal/util/encoding_names');
const { isArrayBufferView, isAsyncFunction, isRegExp } = require('internal/util/types');

const maxUint32 = 2 ** 32 - 1;
const maxInt32 = 2 ** 31 - 1;
const minInt32 = -(2 ** 31);

// Gives `error` the stack of the call of `validator`, and throws it.
function fail(error, validator) {
  if (Error.stackTraceLimit) ErrorCaptureStackTrace(error, validator);
  throw error;
}

function failType(name, expected, value, validator) {
  fail(new ERR_INVALID_ARG_TYPE(name, expected, value), validator);
}

function failRange(name, range, value, validator) {
  fail(new ERR_OUT_OF_RANGE(name, range, value), validator);
}

function failValue(name, value, reason, validator) {
  fail(new ERR_INVALID_ARG_VALUE(name, value, reason), validator);
}

/** Whether `value` is a signed 32-bit integer. */
function isInt32(value) {
  return value === (value | 0);
}

/** Whether `value` is an unsigned 32-bit integer. */
function isUint32(value) {
  return value === (value >>> 0);
}

function checkInteger(value, name, min, max, validator) {
  if (typeof value !== 'number') failType(name, 'number', value, validator);
  if (!NumberIsInteger(value)) failRange(name, 'an integer', value, validator);
  if (value < min || value > max) failRange(name, `>= ${min} && <= ${max}`, value, validator);
}

function validateInteger(value, name, min = NumberMIN_SAFE_INTEGER, max = NumberMAX_SAFE_INTEGER) {
  checkInteger(value, name, min, max, validateInteger);
}

function validateInt32(value, name, min = minInt32, max = maxInt32) {
  checkInteger(value, name, min, max, validateInt32);
}

function validateUint32(value, name, positive = false) {
  checkInteger(value, name, positive ? 1 : 0, maxUint32, validateUint32);
}

/** A number between `min` and `max`; either may be left out. NaN passes only if both are. */
function validateNumber(value, name, min = undefined, max) {
  if (typeof value !== 'number') failType(name, 'number', value, validateNumber);
  if (min == null && max == null) return;
  if (NumberIsNaN(value) || (min != null && value < min) || (max != null && value > max)) {
    const lower = min != null ? `>= ${min}` : '';
    const upper = max != null ? `<= ${max}` : '';
    failRange(name, `${lower}${lower && upper ? ' && ' : ''}${upper}`, value, validateNumber);
  }
}

/** Whether a finite number was given: undefined and NaN count as not given, anything else throws. */
function validateFiniteNumber(value, name) {
  if (value === undefined || NumberIsNaN(value)) return false;
  if (NumberIsFinite(value)) return true;
  if (typeof value !== 'number') failType(name, 'number', value, validateFiniteNumber);
  return failRange(name, 'a finite number', value, validateFiniteNumber);
}

/** `value` if it lies between `lower` and `upper`, `fallback` if none was given. */
function checkRangesOrGetDefault(value, name, lower, upper, fallback) {
  if (!validateFiniteNumber(value, name)) return fallback;
  if (value < lower || value > upper) failRange(name, `>= ${lower} and <= ${upper}`, value, checkRangesOrGetDefault);
  return value;
}

const octal = /^[0-7]+$/;

/**
 * A file mode given as a number or as octal digits.
 * @param {any} value
 * @param {string} name
 * @param {number} [fallback] for undefined and null
 * @returns {number}
 */
function parseFileMode(value, name, fallback) {
  value ??= fallback;
  if (typeof value === 'string') {
    if (RegExpPrototypeExec(octal, value) === null) {
      failValue(name, value, 'must be a 32-bit unsigned integer or an octal string', parseFileMode);
    }
    value = NumberParseInt(value, 8);
  }
  checkInteger(value, name, 0, maxUint32, parseFileMode);
  // Turns -0 into 0.
  return value + 0;
}

function validateString(value, name) {
  if (typeof value !== 'string') failType(name, 'string', value, validateString);
}

function validateStringWithoutNullBytes(value, name) {
  if (typeof value !== 'string') failType(name, 'string', value, validateStringWithoutNullBytes);
  if (StringPrototypeIncludes(value, '\0')) {
    failValue(name, value, 'must be a string without null bytes', validateStringWithoutNullBytes);
  }
}

function validateBoolean(value, name) {
  if (typeof value !== 'boolean') failType(name, 'boolean', value, validateBoolean);
}

function validateUndefined(value, name) {
  if (value !== undefined) failType(name, 'undefined', value, validateUndefined);
}

function validateFunction(value, name) {
  if (typeof value !== 'function') failType(name, 'Function', value, validateFunction);
}

/** A function that is not async. */
function validatePlainFunction(value, name) {
  if (typeof value !== 'function' || isAsyncFunction(value)) failType(name, 'Function', value, validatePlainFunction);
}

const kValidateObjectNone = 0;
const kValidateObjectAllowNullable = 1 << 0;
const kValidateObjectAllowArray = 1 << 1;
const kValidateObjectAllowFunction = 1 << 2;
const kValidateObjectAllowObjects = kValidateObjectAllowArray | kValidateObjectAllowFunction;
const kValidateObjectAllowObjectsAndNull = kValidateObjectAllowObjects | kValidateObjectAllowNullable;

/** An object; `options` adds null, arrays or functions to what passes. */
function validateObject(value, name, options = kValidateObjectNone) {
  const type = typeof value;
  const passes = type === 'object' ?
    (value !== null || (options & kValidateObjectAllowNullable) !== 0) &&
      ((options & kValidateObjectAllowArray) !== 0 || !ArrayIsArray(value)) :
    type === 'function' && (options & kValidateObjectAllowFunction) !== 0;
  if (!passes) failType(name, 'Object', value, validateObject);
}

/** What Web IDL takes for a dictionary: undefined, null or any object. */
function validateDictionary(value, name) {
  if (value != null && typeof value !== 'object' && typeof value !== 'function') {
    failType(name, 'a dictionary', value, validateDictionary);
  }
}

function checkArray(value, name, minLength, validator) {
  if (!ArrayIsArray(value)) failType(name, 'Array', value, validator);
  if (value.length < minLength) failValue(name, value, `must have a length of at least ${minLength}`, validator);
}

function checkElements(value, name, type, validator) {
  checkArray(value, name, 0, validator);
  for (let i = 0; i < value.length; i++) {
    if (typeof value[i] !== type) failType(`${name}[${i}]`, type, value[i], validator);
  }
}

function validateArray(value, name, minLength = 0) {
  checkArray(value, name, minLength, validateArray);
}

function validateStringArray(value, name) {
  checkElements(value, name, 'string', validateStringArray);
}

function validateBooleanArray(value, name) {
  checkElements(value, name, 'boolean', validateBooleanArray);
}

function isAbortSignal(value) {
  return value !== null && typeof value === 'object' && 'aborted' in value;
}

/** An AbortSignal or undefined. */
function validateAbortSignal(signal, name) {
  if (signal !== undefined && !isAbortSignal(signal)) failType(name, 'AbortSignal', signal, validateAbortSignal);
}

function validateAbortSignalArray(value, name) {
  checkArray(value, name, 0, validateAbortSignalArray);
  for (let i = 0; i < value.length; i++) {
    if (!isAbortSignal(value[i])) failType(`${name}[${i}]`, 'AbortSignal', value[i], validateAbortSignalArray);
  }
}

function quoted(value) {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function validateOneOf(value, name, choices) {
  if (!ArrayPrototypeIncludes(choices, value)) {
    const list = ArrayPrototypeJoin(ArrayPrototypeMap(choices, quoted), ', ');
    failValue(name, value, `must be one of: ${list}`, validateOneOf);
  }
}

/** As validateOneOf, told as a wrong type. */
function validateUnion(value, name, choices) {
  if (!ArrayPrototypeIncludes(choices, value)) {
    failType(name, `('${ArrayPrototypeJoin(choices, '|')}')`, value, validateUnion);
  }
}

/** A Buffer, typed array or DataView. */
function validateBuffer(value, name = 'buffer') {
  if (!isArrayBufferView(value)) failType(name, ['Buffer', 'TypedArray', 'DataView'], value, validateBuffer);
}

/** Whether `data` can be text in `encoding`: two digits make a byte of hex. */
function validateEncoding(data, encoding) {
  if (data.length % 2 !== 0 && normalizeEncoding(encoding) === 'hex') {
    failValue('encoding', encoding, `is invalid for data of length ${data.length}`, validateEncoding);
  }
}

/** The port as a number: 0 (if `allowZero`) to 65535, given as a number or as digits. */
function validatePort(port, name = 'Port', allowZero = true) {
  const isGiven = typeof port === 'number' || (typeof port === 'string' && StringPrototypeTrim(port) !== '');
  const number = isGiven ? +port : NaN;
  if (!(isUint32(number) && number <= 0xFFFF && (number !== 0 || allowZero))) {
    fail(new ERR_SOCKET_BAD_PORT(name, port, allowZero), validatePort);
  }
  return port | 0;
}

/** The name of a signal, such as SIGTERM. */
function validateSignalName(signal, name = 'signal') {
  if (typeof signal !== 'string') failType(name, 'string', signal, validateSignalName);
  const { signals } = internalBinding('constants').os;
  if (signals[signal] !== undefined) return;
  const isLowerCase = signals[StringPrototypeToUpperCase(signal)] !== undefined;
  const shown = isLowerCase ? `${signal} (signals must use all capital letters)` : signal;
  fail(new ERR_UNKNOWN_SIGNAL(shown), validateSignalName);
}

// A value of the Link header (RFC 8288): a reference in angle brackets, then parameters.
const linkValue = /^(?:<[^>\r\n]*>)(?:\s*;\s*[^;"\s]+(?:=(")?[^;"\s]*\1)?)*$/;
const linkReason = 'must be an array or string of format "</styles.css>; rel=preload; as=style"';

/** The value of a Link header, from one link or an array of links. */
function validateLinkHeaderValue(hints) {
  const links = typeof hints === 'string' ? [hints] : hints;
  if (!ArrayIsArray(links)) failValue('hints', hints, linkReason, validateLinkHeaderValue);
  for (let i = 0; i < links.length; i++) {
    const link = links[i];
    if (link === undefined || RegExpPrototypeExec(linkValue, link) === null) {
      failValue('hints', link, linkReason, validateLinkHeaderValue);
    }
  }
  return ArrayPrototypeJoin(links, ', ');
}

/** Whether a method was called on an object of its class, which has `key` as an own property. */
function validateThisInternalField(object, key, className) {
  if (typeof object !== 'object' || object === null || !ObjectPrototypeHasOwnProperty(object, key)) {
    fail(new ERR_INVALID_THIS(className), validateThisInternalField);
  }
}

function checkIgnore(value, name) {
  if (value === '') failValue(name, value, 'must be a non-empty string', validateIgnoreOption);
  if (typeof value !== 'string' && typeof value !== 'function' && !isRegExp(value)) {
    failType(name, ['string', 'RegExp', 'Function'], value, validateIgnoreOption);
  }
}

/** What fs.watch shall not report: a pattern, a RegExp, a function, or an array of them. */
function validateIgnoreOption(value, name) {
  if (value == null) return;
  if (!ArrayIsArray(value)) {
    checkIgnore(value, name);
    return;
  }
  for (let i = 0; i < value.length; i++) checkIgnore(value[i], `${name}[${i}]`);
}

const validators = {
  checkRangesOrGetDefault,
  parseFileMode,
  validateAbortSignal,
  validateAbortSignalArray,
  validateArray,
  validateBoolean,
  validateBooleanArray,
  validateBuffer,
  validateDictionary,
  validateEncoding,
  validateFiniteNumber,
  validateFunction,
  validateIgnoreOption,
  validateInt32,
  validateInteger,
  validateLinkHeaderValue,
  validateNumber,
  validateObject,
  validateOneOf,
  validatePlainFunction,
  validatePort,
  validateSignalName,
  validateString,
  validateStringArray,
  validateStringWithoutNullBytes,
  validateThisInternalField,
  validateUint32,
  validateUndefined,
  validateUnion,
};

// As with every function of hideStackFrames(): the form for callers that hide their own frames.
for (const name in validators) validators[name].withoutStackTrace = validators[name];

module.exports = {
  ...validators,
  isInt32,
  isUint32,
  kValidateObjectAllowArray,
  kValidateObjectAllowFunction,
  kValidateObjectAllowNullable,
  kValidateObjectAllowObjects,
  kValidateObjectAllowObjectsAndNull,
  kValidateObjectNone,
};
