'use strict';

// node:string_decoder (https://nodejs.org/api/string_decoder.html): bytes that come in pieces, as text, without breaking characters.
//
// What a piece ends with that is no whole character is kept and put before the next piece.

const { ArrayBufferIsView, MathMin, ObjectDefineProperties, Symbol } = primordials;
const { Buffer } = require('buffer');
const { normalizeEncoding } = require('internal/util');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_UNKNOWN_ENCODING } } = require('internal/errors');

/** How many bytes at the end of `bytes` begin a UTF-8 character that is not complete, and how long it will be. */
function incompleteUtf8(bytes) {
  const { length } = bytes;
  // A character has four bytes at most, so its first is among the last three if it is not complete.
  for (let back = 1; back <= MathMin(3, length); back++) {
    const byte = bytes[length - back];
    if ((byte & 0xc0) === 0x80) continue;
    let size = 1;
    if (byte >= 0xc2 && byte <= 0xdf) size = 2;
    else if ((byte & 0xf0) === 0xe0) size = 3;
    else if (byte >= 0xf0 && byte <= 0xf4) size = 4;
    if (size <= back) return { kept: 0, size: 0 };
    if (back > 1 && !isSecondByte(byte, bytes[length - back + 1])) return { kept: 0, size: 0 };
    return { kept: back, size };
  }
  return { kept: 0, size: 0 };
}

/** Whether `second` may follow `first`: some pairs would make surrogates, overlong forms or too large characters. */
function isSecondByte(first, second) {
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second <= 0x9f;
  if (first === 0xf0) return second >= 0x90;
  if (first === 0xf4) return second <= 0x8f;
  return true;
}

function incompleteUtf16(bytes) {
  const { length } = bytes;
  const odd = length % 2;
  // The last whole unit may be the first half of a pair.
  const high = bytes[length - odd - 1];
  if (high >= 0xd8 && high <= 0xdb) return { kept: 2 + odd, size: 4 };
  return { kept: odd, size: 2 };
}

function incompleteBase64(bytes) {
  const kept = bytes.length % 3;
  return { kept, size: kept === 0 ? 0 : 3 };
}

const whole = () => ({ kept: 0, size: 0 });

const incomplete = {
  __proto__: null,
  utf8: incompleteUtf8,
  utf16le: incompleteUtf16,
  base64: incompleteBase64,
  base64url: incompleteBase64,
  ascii: whole,
  latin1: whole,
  hex: whole,
};

const kKept = Symbol('kKept');
const kSize = Symbol('kSize');

/**
 * @param {string} [encoding]
 */
function StringDecoder(encoding) {
  this.encoding = normalizeEncoding(encoding);
  if (this.encoding === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
  this[kKept] = Buffer.alloc(0);
  this[kSize] = 0;
}

/**
 * The text of `buf`, as far as its characters are complete.
 * @param {string | Buffer | TypedArray | DataView} buf
 * @returns {string}
 */
StringDecoder.prototype.write = function write(buf) {
  if (typeof buf === 'string') return buf;
  if (!ArrayBufferIsView(buf)) throw new ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], buf);
  if (this[kKept] === undefined) throw new ERR_INVALID_THIS('StringDecoder');
  let bytes = Buffer.from(buf.buffer, buf.byteOffset, buf.byteLength);
  if (this[kKept].length > 0) bytes = Buffer.concat([this[kKept], bytes]);
  const { kept, size } = incomplete[this.encoding](bytes);
  const end = bytes.length - kept;
  // A copy: the memory is the caller's.
  this[kKept] = kept === 0 ? bytes.subarray(end, end) : Buffer.from(bytes.subarray(end));
  this[kSize] = size;
  return bytes.toString(this.encoding, 0, end);
};

/**
 * What is left, with U+FFFD for a character that never was completed.
 * @param {string | Buffer | TypedArray | DataView} [buf] written first
 * @returns {string}
 */
StringDecoder.prototype.end = function end(buf) {
  const text = buf === undefined ? '' : this.write(buf);
  const rest = this[kKept].toString(this.encoding);
  this[kKept] = this[kKept].subarray(0, 0);
  this[kSize] = 0;
  return text + rest;
};

/** As write, starting anew. */
StringDecoder.prototype.text = function text(buf, offset) {
  this[kKept] = this[kKept].subarray(0, 0);
  this[kSize] = 0;
  return this.write(buf.slice(offset));
};

ObjectDefineProperties(StringDecoder.prototype, {
  lastChar: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      const bytes = Buffer.alloc(4);
      this[kKept].copy(bytes);
      return bytes;
    },
  },
  lastNeed: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      return this[kKept].length === 0 ? 0 : this[kSize] - this[kKept].length;
    },
  },
  lastTotal: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      return this[kKept].length === 0 ? 0 : this[kSize];
    },
  },
});

module.exports = { StringDecoder };
