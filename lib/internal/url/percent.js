'use strict';

const { RegExpPrototypeExec } = primordials;
const { Buffer } = require('buffer');

const hexadecimal = /^[0-9a-f]{2}$/i;

/**
 * The bytes that a percent-encoded text stands for. What is malformed stands for itself.
 * @param {string} text
 * @returns {Buffer}
 */
function percentDecode(text) {
  const bytes = Buffer.from(text);
  const { length } = bytes;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const digits = bytes[i] === 0x25 && i + 2 < length ? RegExpPrototypeExec(hexadecimal, bytes.latin1Slice(i + 1, i + 3)) : null;
    if (digits === null) {
      bytes[at++] = bytes[i];
    } else {
      bytes[at++] = +`0x${digits[0]}`;
      i += 2;
    }
  }
  return bytes.subarray(0, at);
}

module.exports = { percentDecode };
