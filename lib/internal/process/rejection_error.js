'use strict';

// The error and the warning that stand for a rejection nobody handles.

const { Error, ErrorCaptureStackTrace, ObjectPrototypeHasOwnProperty } = primordials;

const ORIGIN = 'This error originated either by throwing inside of an async function without a catch block, ' +
  'or by rejecting a promise which was not handled with .catch().';

/** What a rejection with something other than an error becomes when it ends the process. */
class UnhandledPromiseRejection extends Error {
  code = 'ERR_UNHANDLED_REJECTION';
  constructor(reason) {
    super(`${ORIGIN} The promise rejected with the reason "${reason}".`);
    this.name = 'UnhandledPromiseRejection';
  }
}

/**
 * @param {string} reason the reason as text
 * @returns {Error}
 */
function unhandledRejectionError(reason) {
  const error = new UnhandledPromiseRejection(reason);
  ErrorCaptureStackTrace(error, unhandledRejectionError);
  return error;
}

class UnhandledPromiseRejectionWarning extends Error {
  constructor(uid) {
    super(`Unhandled promise rejection. ${ORIGIN} To terminate the node process on unhandled promise rejection, ` +
      'use the CLI flag `--unhandled-rejections=strict` (see ' +
      `https://nodejs.org/api/cli.html#cli_unhandled_rejections_mode). (rejection id: ${uid})`);
    this.name = 'UnhandledPromiseRejectionWarning';
  }
}

/** @param {number} uid number of the rejection */
const unhandledRejectionWarning = (uid) => new UnhandledPromiseRejectionWarning(uid);

/** Whether `value` has a stack of its own, as errors do. */
const isErrorLike = (value) =>
  typeof value === 'object' && value !== null && ObjectPrototypeHasOwnProperty(value, 'stack');

module.exports = { isErrorLike, unhandledRejectionError, unhandledRejectionWarning };
