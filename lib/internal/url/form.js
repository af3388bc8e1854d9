'use strict';

// application/x-www-form-urlencoded (https://url.spec.whatwg.org/#application/x-www-form-urlencoded).

const {
  ArrayPrototypePush,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeToWellFormed,
  decodeURIComponent,
  encodeURIComponent,
} = primordials;

const plain = /^[A-Za-z0-9*\-._]*$/;
const everyDifference = /[!'()~]|%20/g;
const differences = { '__proto__': null, '!': '%21', "'": '%27', '(': '%28', ')': '%29', '~': '%7E', '%20': '+' };
const everyPlus = /\+/g;

/** Percent-encodes as forms do: letters, digits and `*-._` stay, a space becomes `+`. */
function encode(text) {
  if (RegExpPrototypeExec(plain, text) !== null) return text;
  const encoded = encodeURIComponent(StringPrototypeToWellFormed(text));
  return RegExpPrototypeSymbolReplace(everyDifference, encoded, (found) => differences[found]);
}

/** Undoes percent-encoding; what is malformed stays as it is. */
function decode(text) {
  if (StringPrototypeIncludes(text, '+')) text = RegExpPrototypeSymbolReplace(everyPlus, text, ' ');
  if (!StringPrototypeIncludes(text, '%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    const { percentDecode } = require('internal/url/percent');
    return percentDecode(text).utf8Slice();
  }
}

/**
 * @param {string} text
 * @returns {string[]} name, value, name, value …
 */
function parseForm(text) {
  const list = [];
  const { length } = text;
  for (let start = 0; start < length;) {
    let end = StringPrototypeIndexOf(text, '&', start);
    if (end === -1) end = length;
    if (start < end) {
      const pair = StringPrototypeSlice(text, start, end);
      const equals = StringPrototypeIndexOf(pair, '=');
      if (equals === -1) ArrayPrototypePush(list, decode(pair), '');
      else ArrayPrototypePush(list, decode(StringPrototypeSlice(pair, 0, equals)), decode(StringPrototypeSlice(pair, equals + 1)));
    }
    start = end + 1;
  }
  return list;
}

/** The text of a list of names and values. */
function serializeForm(list) {
  let text = '';
  for (let i = 0; i < list.length; i += 2) {
    if (i > 0) text += '&';
    text += `${encode(list[i])}=${encode(list[i + 1])}`;
  }
  return text;
}

module.exports = { encodeForm: encode, parseForm, serializeForm };
