'use strict';

// Names and paths in the encoding that a program asks for. Native code gives strings or, on request, their bytes.

const { ArrayIsArray, ArrayPrototypeMap } = primordials;

const { FastBuffer } = require('internal/buffer');

/** Whether names in this encoding have to be made from bytes. */
function isRaw(encoding) {
  return encoding != null && encoding !== 'utf8' && encoding !== 'utf-8' && encoding !== '';
}

/**
 * Names in an encoding.
 * @param {string | ArrayBuffer | Array} names one, or a list as readdir gives it
 * @param {string} encoding `buffer` for Buffers
 */
function encodeNames(names, encoding) {
  if (ArrayIsArray(names)) return ArrayPrototypeMap(names, (name) => encodeNames(name, encoding));
  if (typeof names === 'string' || typeof names === 'number' || names == null) return names;
  const buffer = new FastBuffer(names);
  return encoding === 'buffer' ? buffer : buffer.toString(encoding);
}

/** A callback for native code that hands on the names in an encoding. */
function encodingCallback(callback, encoding) {
  if (!isRaw(encoding)) return callback;
  return (error, names) => {
    if (error) callback(error);
    else callback(null, encodeNames(names, encoding));
  };
}

module.exports = { encodeNames, encodingCallback, isRaw };
