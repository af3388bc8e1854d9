'use strict';

/**
 * Throws if an assumption of lib/ itself does not hold.
 * @param {any} value
 * @param {string} [message]
 */
function assert(value, message) {
  if (!value) {
    const { codes: { ERR_INTERNAL_ASSERTION } } = require('internal/errors');
    throw new ERR_INTERNAL_ASSERTION(message);
  }
}

/** Throws: this line is never reached. */
function fail(message) {
  assert(false, message);
}

assert.fail = fail;

module.exports = assert;
