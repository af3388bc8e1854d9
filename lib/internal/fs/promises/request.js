'use strict';

// From native requests to promises.

const { ErrorCaptureStackTrace, Promise, PromisePrototypeThen } = primordials;

const { latestStats } = require('internal/fs/stats');

function rethrowHere(error) {
  // Native code fails with no JavaScript on the stack; here V8 knows who awaits.
  ErrorCaptureStackTrace(error, rethrowHere);
  throw error;
}

/** A promise of native code whose error tells where it was awaited. */
function traced(promise) {
  return PromisePrototypeThen(promise, undefined, rethrowHere);
}

/**
 * The Stats of a request.
 * @param {Function} start called with the request's callback
 * @param {boolean} bigint
 */
function statsPromise(start, bigint) {
  return traced(new Promise((resolve, reject) => {
    start((error, found) => {
      if (error) reject(error);
      else resolve(found ? latestStats(bigint) : undefined);
    });
  }));
}

module.exports = { statsPromise, traced };
