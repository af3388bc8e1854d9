'use strict';

// What a Utf8Stream has yet to write: chunks of limited size, the first of which is being written. One class for
// text, whose length counts characters, one for buffers.

const { ArrayPrototypePush, ArrayPrototypeShift, MathMax, StringPrototypeSlice } = primordials;

const { Buffer } = require('buffer');
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateString } = require('internal/validators');

/** Text to write as UTF-8. */
class TextQueue {
  constructor(maxWrite) {
    this.maxWrite = maxWrite;
    this.length = 0;
    this.chunks = [];
    this.current = '';
  }

  static check(data) {
    validateString(data, 'data');
  }

  add(data) {
    const last = this.chunks.length - 1;
    if (last < 0 || this.chunks[last].length + data.length > this.maxWrite) ArrayPrototypePush(this.chunks, data);
    else this.chunks[last] += data;
    this.length += data.length;
  }

  /** The chunk to write now. */
  next() {
    if (this.current.length === 0 && this.chunks.length > 0) this.current = ArrayPrototypeShift(this.chunks);
    return this.current;
  }

  /** Forgets what was written; a character that was cut in two is written again. */
  wrote(bytes) {
    const { current } = this;
    let characters = current.length;
    if (Buffer.byteLength(current) !== bytes) {
      const encoded = Buffer.from(current);
      while (bytes > 0 && (encoded[bytes] & 0xc0) === 0x80) bytes--;
      characters = encoded.toString('utf8', 0, bytes).length;
    }
    this.length = MathMax(this.length - characters, 0);
    this.current = StringPrototypeSlice(current, characters);
  }

  clear() {
    this.chunks = [];
  }
}

/** Buffers to write. */
class BufferQueue {
  constructor(maxWrite) {
    this.maxWrite = maxWrite;
    this.length = 0;
    // Lists of buffers that are written together, and how long they are.
    this.chunks = [];
    this.current = Buffer.alloc(0);
  }

  static check(data) {
    if (!Buffer.isBuffer(data)) throw new ERR_INVALID_ARG_TYPE('data', 'Buffer', data);
  }

  add(data) {
    const last = this.chunks[this.chunks.length - 1];
    if (last === undefined || last.length + data.length > this.maxWrite) {
      ArrayPrototypePush(this.chunks, { buffers: [data], length: data.length });
    } else {
      ArrayPrototypePush(last.buffers, data);
      last.length += data.length;
    }
    this.length += data.length;
  }

  next() {
    if (this.current.length === 0 && this.chunks.length > 0) {
      const { buffers, length } = ArrayPrototypeShift(this.chunks);
      this.current = buffers.length === 1 ? buffers[0] : Buffer.concat(buffers, length);
    }
    return this.current;
  }

  wrote(bytes) {
    this.length = MathMax(this.length - bytes, 0);
    this.current = this.current.subarray(bytes);
  }

  clear() {
    this.chunks = [];
  }
}

module.exports = { BufferQueue, TextQueue };
