'use strict';

// The bytes of a data: URL.

const {
  NumberParseInt,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeCharCodeAt,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
} = primordials;
const { codes: { ERR_INVALID_URL } } = require('internal/errors');
const { URL } = require('internal/url');

const PERCENT = 37;
const twoDigits = /^[0-9a-fA-F]{2}$/;
const base64Mark = /;\s*base64\s*$/i;
const whitespace = /[\t\n\f\r ]/g;

/** Percent-decoding, to bytes. */
function decode(text) {
  const { Buffer } = require('buffer');
  const utf8 = Buffer.from(text);
  const out = Buffer.allocUnsafe(utf8.length);
  let length = 0;
  for (let i = 0; i < utf8.length; i++) {
    let byte = utf8[i];
    if (byte === PERCENT) {
      const digits = utf8.latin1Slice(i + 1, i + 3);
      if (RegExpPrototypeExec(twoDigits, digits) !== null) {
        byte = NumberParseInt(digits, 16);
        i += 2;
      }
    }
    out[length++] = byte;
  }
  return out.subarray(0, length);
}

/**
 * @param {string} url
 * @returns {Buffer}
 * @throws {TypeError} if the URL has no data
 */
function bytesOfDataURL(url) {
  const parsed = new URL(url);
  // What a fragment is made of is no data.
  const text = `${parsed.pathname}${parsed.search}`;
  const comma = StringPrototypeIndexOf(text, ',');
  if (comma === -1) throw new ERR_INVALID_URL(url);
  const body = decode(StringPrototypeSlice(text, comma + 1));
  if (RegExpPrototypeExec(base64Mark, StringPrototypeSlice(text, 0, comma)) === null) return body;
  const { Buffer } = require('buffer');
  const digits = RegExpPrototypeSymbolReplace(whitespace, body.latin1Slice(), '');
  // A single digit left over stands for nothing.
  if (digits.length % 4 === 1 && StringPrototypeCharCodeAt(digits, digits.length - 1) !== 61) {
    throw new ERR_INVALID_URL(url);
  }
  return Buffer.from(digits, 'base64');
}

module.exports = { bytesOfDataURL };
