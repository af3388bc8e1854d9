'use strict';

// readable-stream's Readable with what Node has changed since: read() without a size gives one chunk as it was pushed
// instead of joining what waits (https://nodejs.org/api/stream.html#readablereadsize). Decoded text is still joined.

const { FunctionPrototypeCall } = primordials;
const Readable = require('internal/deps/readable-stream/lib/internal/streams/readable');

const { read: readSize } = Readable.prototype;

/**
 * @param {number} [size] bytes; one chunk if it is left out
 * @returns {string | Buffer | null | any} null if too little waits
 */
Readable.prototype.read = function read(size) {
  const state = this._readableState;
  if (size !== undefined || state.objectMode || state.decoder || state.buffer.length < 2) {
    return FunctionPrototypeCall(readSize, this, size);
  }
  const { highWaterMark } = state;
  const chunk = FunctionPrototypeCall(readSize, this, state.buffer.first().length);
  // Asking for more than the mark would raise it, and nobody asked for a size.
  state.highWaterMark = highWaterMark;
  return chunk;
};

module.exports = Readable;
