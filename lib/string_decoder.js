'use strict';

// Bytes that arrive in pieces, as strings (https://nodejs.org/api/string_decoder.html). What the end of a piece holds
// of a character that the next one completes is kept back: at most three bytes.

const {
  ArrayBufferIsView,
  MathMin,
  ObjectDefineProperty,
  Symbol,
  TypedArrayPrototypeSubarray,
} = primordials;
const { toString: decode } = internalBinding('buffer');
const { FastBuffer } = require('internal/buffer');
const { ASCII, HEX, LATIN1, UTF16, UTF8, encodingNumber } = require('internal/buffer/encodings');
const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_UNKNOWN_ENCODING },
} = require('internal/errors');
const { normalizeEncoding } = require('internal/util');

// The state of a decoder is seven bytes: the first four keep the beginning of a character.
const kCharacterSize = 4;
const kMissing = 4;
const kBuffered = 5;
const kEncoding = 6;
const kStateSize = 7;

const kState = Symbol('kNativeDecoder');

/**
 * @param {string} [encoding]
 */
function StringDecoder(encoding) {
  this.encoding = normalizeEncoding(encoding);
  if (this.encoding === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
  this[kState] = new FastBuffer(kStateSize);
  this[kState][kEncoding] = encodingNumber(this.encoding);
}

/** How many of the next bytes belong to the character that has begun; a byte that cannot ends it. */
function takeable(state, bytes) {
  const count = MathMin(state[kMissing], bytes.length);
  if (state[kEncoding] !== UTF8) return count;
  for (let i = 0; i < count; i++) {
    if ((bytes[i] & 0xc0) !== 0x80) {
      state[kMissing] = i;
      return i;
    }
  }
  return count;
}

/** How many bytes at the end are the beginning of a UTF-8 character; sets what it misses. */
function unfinishedUtf8(state, bytes) {
  const { length } = bytes;
  for (let n = 1; n <= MathMin(length, 3); n++) {
    const byte = bytes[length - n];
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf8 ? 4 : 0;
    if (size <= n) return 0;
    state[kMissing] = size - n;
    return n;
  }
  return 0;
}

function unfinished(state, bytes) {
  const { length } = bytes;
  switch (state[kEncoding]) {
    case UTF8: return bytes[length - 1] < 0x80 ? 0 : unfinishedUtf8(state, bytes);
    case UTF16: {
      const n = length % 2 === 1 ? 1 : (bytes[length - 1] & 0xfc) === 0xd8 ? 2 : 0;
      state[kMissing] = n;
      return n;
    }
    default: {
      const n = length % 3;
      if (n > 0) state[kMissing] = 3 - n;
      return n;
    }
  }
}

function keep(state, bytes, at, length) {
  for (let i = 0; i < length; i++) state[at + i] = bytes[i];
  state[kBuffered] = at + length;
}

/** The characters that `bytes` completes. */
function advance(state, bytes) {
  const encoding = state[kEncoding];
  let before = '';
  if (state[kMissing] > 0) {
    const taken = takeable(state, bytes);
    keep(state, bytes, state[kBuffered], taken);
    state[kMissing] -= taken;
    if (state[kMissing] > 0) return '';
    before = decode(state, encoding, 0, state[kBuffered]);
    state[kBuffered] = 0;
    if (taken === bytes.length) return before;
    bytes = TypedArrayPrototypeSubarray(bytes, taken);
  }
  const rest = unfinished(state, bytes);
  const end = bytes.length - rest;
  if (rest > 0) keep(state, TypedArrayPrototypeSubarray(bytes, end), 0, rest);
  if (end === 0) return before;
  const text = decode(bytes, encoding, 0, end);
  return before === '' ? text : before + text;
}

/**
 * The string that `buf` completes. Only whole characters are in it.
 * @param {string | ArrayBufferView} buf
 * @returns {string}
 */
StringDecoder.prototype.write = function write(buf) {
  if (typeof buf === 'string') return buf;
  if (!ArrayBufferIsView(buf)) throw new ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], buf);
  const state = this[kState];
  if (!state) throw new ERR_INVALID_THIS('StringDecoder');
  const encoding = state[kEncoding];
  if (encoding === ASCII || encoding === LATIN1 || encoding === HEX) return decode(buf, encoding);
  const bytes = new FastBuffer(buf.buffer, buf.byteOffset, buf.byteLength);
  return bytes.length === 0 ? '' : advance(state, bytes);
};

/**
 * What is left, replaced where it is no whole character.
 * @param {string | ArrayBufferView} [buf] the last piece
 * @returns {string}
 */
StringDecoder.prototype.end = function end(buf) {
  const text = buf === undefined ? '' : this.write(buf);
  const state = this[kState];
  if (state[kBuffered] === 0) return text;
  // Half of a UTF-16 unit is dropped.
  const kept = state[kEncoding] === UTF16 ? state[kBuffered] & ~1 : state[kBuffered];
  state[kMissing] = 0;
  state[kBuffered] = 0;
  return kept === 0 ? text : text + decode(state, state[kEncoding], 0, kept);
};

/** @deprecated write to a new decoder */
StringDecoder.prototype.text = function text(buf, offset) {
  this[kState][kMissing] = 0;
  this[kState][kBuffered] = 0;
  return this.write(buf.slice(offset));
};

function defineState(name, get) {
  ObjectDefineProperty(StringDecoder.prototype, name, { __proto__: null, configurable: true, enumerable: true, get });
}

defineState('lastChar', function() {
  return TypedArrayPrototypeSubarray(this[kState], 0, kCharacterSize);
});

defineState('lastNeed', function() {
  return this[kState][kMissing];
});

defineState('lastTotal', function() {
  return this[kState][kBuffered] + this[kState][kMissing];
});

module.exports = { StringDecoder };
