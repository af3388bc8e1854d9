'use strict';

// Characters and words of a line that is being edited. Positions count UTF-16 units.

const {
  ArrayPrototypeSlice,
  ArrayPrototypeSort,
  RegExpPrototypeExec,
  StringPrototypeCodePointAt,
  StringPrototypeSlice,
  StringPrototypeSplit,
} = primordials;

const kSurrogateThreshold = 0x10000;

/** Length of the character before `place`. */
function charLengthLeft(text, place) {
  if (place <= 0) return 0;
  const isPair = (place > 1 && StringPrototypeCodePointAt(text, place - 2) >= kSurrogateThreshold) ||
    StringPrototypeCodePointAt(text, place - 1) >= kSurrogateThreshold;
  return isPair ? 2 : 1;
}

/** Length of the character at `place`; 1 past the end, so that a suggestion can be walked into. */
function charLengthAt(text, place) {
  if (text.length <= place) return 1;
  return StringPrototypeCodePointAt(text, place) >= kSurrogateThreshold ? 2 : 1;
}

/** Length of the blanks and the word, or the punctuation, before the end of `text`. */
function wordLengthLeft(text) {
  let end = text.length;
  const is = (pattern) => end > 0 && RegExpPrototypeExec(pattern, text[end - 1]) !== null;
  while (is(/\s/)) end--;
  const word = is(/\w/) ? /\w/ : /[^\w\s]/;
  while (is(word)) end--;
  return text.length - end;
}

/** What all strings begin with. */
function commonPrefix(strings) {
  if (strings.length === 0) return '';
  if (strings.length === 1) return strings[0];
  const sorted = ArrayPrototypeSort(ArrayPrototypeSlice(strings));
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  for (let i = 0; i < first.length; i++) {
    if (first[i] !== last[i]) return StringPrototypeSlice(first, 0, i);
  }
  return first;
}

/** The lines of `text` in the opposite order; the history keeps an entry of many lines like that. */
function reverseLines(text, from, to) {
  const lines = StringPrototypeSplit(text, from);
  let reversed = '';
  for (let i = lines.length - 1; i > 0; i--) reversed += lines[i] + to;
  return reversed + lines[0];
}

module.exports = { charLengthAt, charLengthLeft, commonPrefix, reverseLines, wordLengthLeft };
