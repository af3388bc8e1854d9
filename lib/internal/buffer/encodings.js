'use strict';

// Names of encodings and their numbers in native code.

const { StringPrototypeToLowerCase } = primordials;

/** Numbers as internalBinding('string_decoder').encodings lists the names. */
const numbers = {
  __proto__: null,
  utf8: 1,
  'utf-8': 1,
  ucs2: 3,
  'ucs-2': 3,
  utf16le: 3,
  'utf-16le': 3,
  latin1: 4,
  binary: 4,
  base64: 2,
  base64url: 7,
  hex: 5,
  ascii: 0,
};

const UTF8 = 1;
const BASE64 = 2;
const UTF16 = 3;
const LATIN1 = 4;
const HEX = 5;
const ASCII = 0;
const BASE64URL = 7;

/** @returns {number | undefined} undefined if there is no such encoding */
function encodingNumber(name) {
  if (name === undefined || name === 'utf8') return UTF8;
  const found = numbers[name];
  if (found !== undefined) return found;
  return typeof name === 'string' ? numbers[StringPrototypeToLowerCase(name)] : undefined;
}

module.exports = { encodingNumber, UTF8, BASE64, UTF16, LATIN1, HEX, ASCII, BASE64URL };
