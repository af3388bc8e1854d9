'use strict';

// readable-stream's Writable with what Node has changed since: write() judges the buffer after the sink was called, so
// a sink that finishes at once never asks its writer to wait (https://nodejs.org/api/stream.html#writablewritechunk-encoding-callback).

const { FunctionPrototypeCall } = primordials;
const Writable = require('internal/deps/readable-stream/lib/internal/streams/writable');

const { write: writeOrBuffer } = Writable.prototype;

/**
 * @param {string | Buffer | TypedArray | DataView | any} chunk
 * @param {string} [encoding]
 * @param {(error?: Error | null) => void} [callback]
 * @returns {boolean} false if the writer should wait for 'drain'
 */
Writable.prototype.write = function write(chunk, encoding, callback) {
  const { needDrain } = this._writableState;
  if (FunctionPrototypeCall(writeOrBuffer, this, chunk, encoding, callback)) return true;

  const state = this._writableState;
  const isFull = state.length !== 0 && state.length >= state.highWaterMark;
  if (isFull || state.ending || state.destroyed || state.errored) return false;
  // What an earlier write() promised stays promised.
  state.needDrain = needDrain;
  return true;
};

module.exports = Writable;
