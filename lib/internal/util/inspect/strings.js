'use strict';

// Strings as they would be written in source code.

const {
  NumberPrototypeToString,
  RegExp,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeCharCodeAt,
  StringPrototypeIncludes,
  StringPrototypePadStart,
  StringPrototypeToUpperCase,
} = primordials;

// Surrogates without their other half.
const loneSurrogate = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
// Control characters, backslashes and single quotes; the latter only where they delimit the string.
const special = '[\\x00-\\x1f\\x27\\x5c\\x7f-\\x9f]';
const specialButQuote = '[\\x00-\\x1f\\x5c\\x7f-\\x9f]';

const needsEscape = new RegExp(`${special}|${loneSurrogate}`);
const escapable = new RegExp(`${special}|${loneSurrogate}`, 'g');
const needsEscapeButQuote = new RegExp(`${specialButQuote}|${loneSurrogate}`);
const escapableButQuote = new RegExp(`${specialButQuote}|${loneSurrogate}`, 'g');

const named = {
  '__proto__': null,
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  "'": "\\'",
  '\\': '\\\\',
};

function escapeOne(character) {
  const short = named[character];
  if (short !== undefined) return short;
  const code = StringPrototypeCharCodeAt(character, 0);
  const hex = NumberPrototypeToString(code, 16);
  return code > 0xff ? `\\u${hex}` : `\\x${StringPrototypePadStart(StringPrototypeToUpperCase(hex), 2, '0')}`;
}

/** `text` with its control characters escaped, without quotes around it. */
function escapeControls(text) {
  return RegExpPrototypeSymbolReplace(escapable, text, escapeOne);
}

/**
 * `text` in quotes: single ones if it has none itself, else double ones, else backticks.
 * @param {string} text
 * @returns {string}
 */
function quote(text) {
  let mark = "'";
  if (StringPrototypeIncludes(text, "'")) {
    if (!StringPrototypeIncludes(text, '"')) mark = '"';
    else if (!StringPrototypeIncludes(text, '`') && !StringPrototypeIncludes(text, '${')) mark = '`';
  }
  if (mark === "'") {
    return RegExpPrototypeExec(needsEscape, text) === null ? `'${text}'` : `'${escapeControls(text)}'`;
  }
  const escaped = RegExpPrototypeExec(needsEscapeButQuote, text) === null ?
    text : RegExpPrototypeSymbolReplace(escapableButQuote, text, escapeOne);
  return `${mark}${escaped}${mark}`;
}

module.exports = { escapeControls, quote };
