'use strict';

// Checks and conversions of what programs hand to fs functions.

const {
  ArrayIsArray, BigInt, DateNow, DatePrototypeGetTime, NumberIsFinite, ObjectIs, StringPrototypeEndsWith,
  StringPrototypeIncludes, TypedArrayPrototypeAt, TypedArrayPrototypeIncludes,
} = primordials;

const { Buffer } = require('buffer');
const {
  AbortError,
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE },
  hideStackFrames,
} = require('internal/errors');
const { toPathIfFileURL } = require('internal/url');
const { kEmptyObject } = require('internal/util');
const { isArrayBufferView, isDate, isUint8Array } = require('internal/util/types');
const { validateAbortSignal, validateInt32, validateInteger, validateObject } = require('internal/validators');

const kMaxUserId = 2 ** 32 - 1;
const MAX_OFFSET = 2n ** 63n - 1n;

/** Throws unless `path` is a string or Uint8Array without a null byte. */
const validatePath = hideStackFrames((path, name = 'path') => {
  if (typeof path === 'string') {
    if (!StringPrototypeIncludes(path, '\u0000')) return;
  } else if (!isUint8Array(path)) {
    throw new ERR_INVALID_ARG_TYPE.HideStackFramesError(name, ['string', 'Buffer', 'URL'], path);
  } else if (!TypedArrayPrototypeIncludes(path, 0)) {
    return;
  }
  throw new ERR_INVALID_ARG_VALUE.HideStackFramesError(
    name, path, 'must be a string, Uint8Array, or URL without null bytes');
});

/**
 * The path that a string, buffer or file URL stands for.
 * @param {string | Buffer | URL} fileURLOrPath
 * @param {string} [name] of the argument, for the error
 * @returns {string | Buffer}
 */
function getValidatedPath(fileURLOrPath, name = 'path') {
  if (typeof fileURLOrPath === 'string' && !StringPrototypeIncludes(fileURLOrPath, '\u0000')) return fileURLOrPath;
  const path = toPathIfFileURL(fileURLOrPath);
  validatePath(path, name);
  return path;
}

/** The file descriptor, -0 being 0. */
function getValidatedFd(fd, name = 'fd') {
  if (ObjectIs(fd, -0)) return 0;
  validateInt32(fd, name, 0);
  return fd;
}

/**
 * The options of a call that takes an encoding or an object.
 * @param {string | object | Function | null} [options]
 * @param {object} [defaults] what stands in when nothing is given
 * @returns {object}
 */
function getOptions(options, defaults = kEmptyObject) {
  if (options == null || typeof options === 'function') return defaults;
  if (typeof options === 'string') {
    options = { ...defaults, encoding: options };
  } else if (typeof options !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  }
  const { encoding, signal } = options;
  if (encoding && encoding !== 'buffer' && encoding !== 'utf8' && !Buffer.isEncoding(encoding)) {
    throw new ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  return options;
}

/** A shallow copy that includes what is inherited. */
function copyObject(source) {
  const target = {};
   
  for (const key in source) target[key] = source[key];
  return target;
}

/** The error of an operation that `signal` ended. */
function abortErrorOf(signal) {
  return new AbortError(undefined, { cause: signal.reason });
}

const validateBufferArray = hideStackFrames((buffers, name = 'buffers') => {
  let valid = ArrayIsArray(buffers);
  for (let i = 0; valid && i < buffers.length; i++) valid = isArrayBufferView(buffers[i]);
  if (!valid) throw new ERR_INVALID_ARG_TYPE.HideStackFramesError(name, 'ArrayBufferView[]', buffers);
});

const validateOffsetLengthRead = hideStackFrames((offset, length, byteLength) => {
  if (offset < 0) throw new ERR_OUT_OF_RANGE.HideStackFramesError('offset', '>= 0', offset);
  if (length < 0) throw new ERR_OUT_OF_RANGE.HideStackFramesError('length', '>= 0', length);
  if (offset + length > byteLength) {
    throw new ERR_OUT_OF_RANGE.HideStackFramesError('length', `<= ${byteLength - offset}`, length);
  }
});

const validateOffsetLengthWrite = hideStackFrames((offset, length, byteLength) => {
  if (offset > byteLength) {
    throw new ERR_OUT_OF_RANGE.HideStackFramesError('offset', `<= ${byteLength}`, offset);
  }
  if (length > byteLength - offset) {
    throw new ERR_OUT_OF_RANGE.HideStackFramesError('length', `<= ${byteLength - offset}`, length);
  }
  if (length < 0) throw new ERR_OUT_OF_RANGE.HideStackFramesError('length', '>= 0', length);
  validateInt32.withoutStackTrace(length, 'length', 0);
});

/** A position in a file: -1 stands for the current one. */
const validatePosition = hideStackFrames((position, name, length) => {
  if (typeof position === 'number') {
    validateInteger.withoutStackTrace(position, name, -1);
  } else if (typeof position !== 'bigint') {
    throw new ERR_INVALID_ARG_TYPE.HideStackFramesError(name, ['integer', 'bigint'], position);
  } else {
    // The whole read must stay inside of what a 64-bit offset can say.
    const highest = MAX_OFFSET - BigInt(length);
    if (position < -1n || position > highest) {
      throw new ERR_OUT_OF_RANGE.HideStackFramesError(name, `>= -1 && <= ${highest}`, position);
    }
  }
});

const validateStringAfterArrayBufferView = hideStackFrames((value, name) => {
  if (typeof value === 'string') return;
  throw new ERR_INVALID_ARG_TYPE.HideStackFramesError(name, ['string', 'Buffer', 'TypedArray', 'DataView'], value);
});

const validateOwner = hideStackFrames((uid, gid) => {
  validateInteger.withoutStackTrace(uid, 'uid', -1, kMaxUserId);
  validateInteger.withoutStackTrace(gid, 'gid', -1, kMaxUserId);
});

/**
 * Seconds since 1970, with a fraction.
 * @param {Date | number | string} time
 * @param {string} [name]
 * @returns {number}
 */
function toUnixTimestamp(time, name = 'time') {
   
  if (typeof time === 'string' && +time == time) return +time;
  if (NumberIsFinite(time)) return time < 0 ? DateNow() / 1000 : time;
  if (isDate(time)) return DatePrototypeGetTime(time) / 1000;
  throw new ERR_INVALID_ARG_TYPE(name, ['Date', 'Time in seconds'], time);
}

/** rmdir() no longer removes trees; telling so is better than ignoring the option. */
function validateRmdirOptions(options) {
  if (options?.recursive !== undefined) {
    throw new ERR_INVALID_ARG_VALUE('options.recursive', options.recursive, 'is no longer supported');
  }
  if (options !== undefined) validateObject(options, 'options');
}

let warnedOfTemplate = false;

/** Warns once of templates whose last characters some systems would replace too. */
function warnOnNonPortableTemplate(prefix) {
  if (warnedOfTemplate) return;
  const endsWithX = typeof prefix === 'string' ?
    StringPrototypeEndsWith(prefix, 'X') : TypedArrayPrototypeAt(prefix, -1) === 0x58;
  if (!endsWithX) return;
  warnedOfTemplate = true;
  process.emitWarning(
    'mkdtemp() templates ending with X are not portable. For details see: https://nodejs.org/api/fs.html');
}

module.exports = {
  abortErrorOf,
  copyObject,
  getOptions,
  getValidatedFd,
  getValidatedPath,
  toUnixTimestamp,
  validateBufferArray,
  validateOffsetLengthRead,
  validateOffsetLengthWrite,
  validateOwner,
  validatePath,
  validatePosition,
  validateRmdirOptions,
  validateStringAfterArrayBufferView,
  warnOnNonPortableTemplate,
};
