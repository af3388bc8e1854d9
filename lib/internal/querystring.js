'use strict';

// Percent-encoding as the legacy APIs do it.

const {
  StringFromCharCode,
  StringPrototypeCharCodeAt,
  encodeURIComponent,
} = primordials;
const {
  codes: { ERR_INVALID_URI },
} = require('internal/errors');

/** `text`, each of whose surrogates makes a pair with whatever follows. */
function withPairs(text) {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = StringPrototypeCharCodeAt(text, i);
    if (code < 0xd800 || code > 0xdfff) {
      out += text[i];
      continue;
    }
    if (++i === text.length) throw new ERR_INVALID_URI();
    const low = StringPrototypeCharCodeAt(text, i) & 0x3ff;
    out += StringFromCharCode(0xd800 | (code & 0x3ff), 0xdc00 | low);
  }
  return out;
}

/** Percent-encodes all but letters, digits and `-_.!~*'()`. */
function percentEncode(text) {
  try {
    return encodeURIComponent(text);
  } catch {
    return encodeURIComponent(withPairs(text));
  }
}

module.exports = { percentEncode };
