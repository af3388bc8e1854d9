'use strict';

const { StringPrototypeToLowerCase } = primordials;

const names = {
  '__proto__': null,
  '': 'utf8',
  'utf8': 'utf8',
  'utf-8': 'utf8',
  'UTF8': 'utf8',
  'UTF-8': 'utf8',
  'ucs2': 'utf16le',
  'ucs-2': 'utf16le',
  'utf16le': 'utf16le',
  'utf-16le': 'utf16le',
  'latin1': 'latin1',
  'binary': 'latin1',
  'ascii': 'ascii',
  'hex': 'hex',
  'base64': 'base64',
  'base64url': 'base64url',
};

/**
 * The usual name of an encoding.
 * @param {any} encoding null and undefined stand for utf8
 * @returns {string | undefined} undefined if there is no such encoding
 */
function normalizeEncoding(encoding) {
  if (encoding == null || encoding === 'utf8' || encoding === 'utf-8') return 'utf8';
  if (typeof encoding !== 'string') return undefined;
  return names[encoding] ?? names[StringPrototypeToLowerCase(encoding)];
}

module.exports = { normalizeEncoding };
