'use strict';

// The resolver's failures as JavaScript errors. Their texts are made by native code, together with the decision
// what failed; here they get the shape of Node's errors.

const { Error, ErrorCaptureStackTrace, ObjectDefineProperties, TypeError } = primordials;
const { codes: { ERR_INVALID_URL }, kIsNodeError } = require('internal/errors');
const { setOwnProperty } = require('internal/util');

const coded = {
  [kIsNodeError]: { __proto__: null, value: true, configurable: true },
  toString: {
    __proto__: null,
    value: function toString() {
      return `${this.name} [${this.code}]: ${this.message}`;
    },
    writable: true,
    configurable: true,
  },
};

/**
 * Native code calls it for each failure.
 * @param {string} code
 * @param {string} message
 * @param {boolean} isTypeError
 * @param {string} [url] what an ES module specifier led to
 * @param {string} [path] the package that led to a missing CommonJS module
 * @param {string} [requestPath] what was required when a wrong `main` was met
 * @param {string} [invalidURL] the text that is no URL
 * @returns {Error}
 */
function makeResolutionError(code, message, isTypeError, url, path, requestPath, invalidURL) {
  const error = isTypeError ? new TypeError(message) : new Error(message);
  // `MODULE_NOT_FOUND` is older than errors with codes in their names.
  if (code !== 'MODULE_NOT_FOUND') ObjectDefineProperties(error, coded);
  ErrorCaptureStackTrace(error, makeResolutionError);
  setOwnProperty(error, 'code', code);
  if (path !== undefined) setOwnProperty(error, 'path', path);
  if (requestPath !== undefined) setOwnProperty(error, 'requestPath', requestPath);
  if (url !== undefined) setOwnProperty(error, 'url', url);
  if (invalidURL !== undefined) setOwnProperty(error, 'cause', new ERR_INVALID_URL(invalidURL));
  return error;
}

/** Emits a deprecation that resolution met. */
function emitResolutionWarning(code, message) {
  if (process.noDeprecation) return;
  process.emitWarning(message, 'DeprecationWarning', code);
}

module.exports = { emitResolutionWarning, makeResolutionError };
