'use strict';

// How much a stream buffers before it asks its source to pause.

const { MathFloor, NumberIsInteger } = primordials;
const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { validateInteger } = require('internal/validators');

let bytes = 64 * 1024;
let objects = 16;

/**
 * The high-water mark of streams that set none.
 * @param {boolean} objectMode
 * @returns {number} objects or bytes
 */
function getDefaultHighWaterMark(objectMode) {
  return objectMode ? objects : bytes;
}

/** Changes the default for streams made from now on. */
function setDefaultHighWaterMark(objectMode, value) {
  validateInteger(value, 'value', 0);
  if (objectMode) objects = value;
  else bytes = value;
}

/**
 * The high-water mark that a stream's options ask for.
 * @param {{ objectMode: boolean }} state
 * @param {object} options
 * @param {string} duplexKey the option's name for this half of a duplex stream
 * @param {boolean} isDuplex
 */
function getHighWaterMark(state, options, duplexKey, isDuplex) {
  let name = 'options.highWaterMark';
  let mark = options.highWaterMark;
  if (isDuplex && mark == null) {
    name = `options.${duplexKey}`;
    mark = options[duplexKey];
  }
  if (mark == null) return getDefaultHighWaterMark(state.objectMode);
  if (!NumberIsInteger(mark) || mark < 0) throw new ERR_INVALID_ARG_VALUE(name, mark);
  return MathFloor(mark);
}

module.exports = { getDefaultHighWaterMark, getHighWaterMark, setDefaultHighWaterMark };
