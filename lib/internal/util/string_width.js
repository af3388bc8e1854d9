'use strict';

// How many columns of a terminal a text takes.

const {
  RegExp,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  SafeStringIterator,
  StringPrototypeCharCodeAt,
  StringPrototypeIncludes,
  StringPrototypeNormalize,
  StringPrototypeSlice,
} = primordials;

// Operating system commands with their terminator; control sequences with their parameters.
const controlSequence =
  /(?:\x1b\][^]*?(?:\x07|\x1b\\|\x9c))|[\x1b\x9b][[\]()#;?]*(?:\d{1,4}(?:[;:]\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~]/g;

// East Asian Wide and Fullwidth (Unicode Standard Annex 11), and emoji that are shown as such.
const wide = new RegExp('[\\p{Emoji_Presentation}\\p{Regional_Indicator}' +
  '\\u1100-\\u115f\\u2329-\\u232a\\u2630-\\u2637\\u268a-\\u268f\\u2e80-\\u303e\\u3041-\\u3247\\u3250-\\ua4c6' +
  '\\ua960-\\ua97c\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe10-\\ufe19\\ufe30-\\ufe6b\\uff01-\\uff60\\uffe0-\\uffe6' +
  '\\u{16fe0}-\\u{1b2fb}\\u{1d300}-\\u{1d376}\\u{1f200}-\\u{1f265}\\u{20000}-\\u{3fffd}]', 'u');
// Controls, format characters but the soft hyphen, and marks that combine with the character before.
const invisible = /[^\P{C}\p{Cn}\p{Co}\p{Cs}\xad]|[\p{Me}\p{Mn}]/u;

/**
 * `util.stripVTControlCharacters`: `text` without colours, cursor movements and the like.
 * @param {string} text
 * @returns {string}
 */
function stripVTControlCharacters(text) {
  require('internal/validators').validateString(text, 'str');
  // Every sequence starts with one of these.
  if (!StringPrototypeIncludes(text, '\x1b') && !StringPrototypeIncludes(text, '\x9b')) return text;
  return RegExpPrototypeSymbolReplace(controlSequence, text, '');
}

function widthOfUnicode(text) {
  let width = 0;
  for (const character of new SafeStringIterator(StringPrototypeNormalize(text, 'NFC'))) {
    if (RegExpPrototypeExec(wide, character) !== null) width += 2;
    else if (RegExpPrototypeExec(invisible, character) === null) width++;
  }
  return width;
}

/**
 * @param {string} text
 * @param {boolean} [removeControlChars] whether `text` may have colours
 * @returns {number} columns
 */
function getStringWidth(text, removeControlChars = true) {
  if (removeControlChars) text = stripVTControlCharacters(text);
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = StringPrototypeCharCodeAt(text, i);
    if (code >= 127) return width + widthOfUnicode(StringPrototypeSlice(text, i));
    if (code >= 32) width++;
  }
  return width;
}

/** Whether a code point takes no column of its own. */
function isZeroWidthCodePoint(code) {
  return code <= 0x1F ||
    (code >= 0x7F && code <= 0x9F) || // Control characters
    (code >= 0x300 && code <= 0x36F) || // Combining marks
    (code >= 0x200B && code <= 0x200F) || // Zero-width space to right-to-left mark
    (code >= 0x20D0 && code <= 0x20FF) || // Combining marks for symbols
    (code >= 0xFE00 && code <= 0xFE0F) || // Variation selectors
    (code >= 0xFE20 && code <= 0xFE2F) || // Combining half marks
    (code >= 0xE0100 && code <= 0xE01EF); // Variation selectors supplement
}

module.exports = { getStringWidth, isZeroWidthCodePoint, stripVTControlCharacters };
