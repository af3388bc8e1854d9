'use strict';

// Brace expansion as shells have it: `a{b,c}d` stands for `abd` and `acd`, `{1..3}` for 1, 2 and 3.

const {
  ArrayPrototypePush, MathAbs, MathMax, Number, RegExpPrototypeExec, String, StringFromCharCode,
  StringPrototypeCharCodeAt, StringPrototypeEndsWith, StringPrototypePadStart, RegExpPrototypeSymbolReplace,
  StringPrototypeSlice, hardenRegExp,
} = primordials;

const numericSequence = hardenRegExp(/^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/);
const letterSequence = hardenRegExp(/^([a-zA-Z])\.\.([a-zA-Z])(?:\.\.(-?\d+))?$/);
const padded = hardenRegExp(/^-?0\d/);
const hasBraces = hardenRegExp(/\{(?:(?!\{).)*\}/);
const closedLater = hardenRegExp(/,(?!,).*\}/);

/** A pattern stands for no more than this many. */
const MAX_EXPANSIONS = 100_000;

/** A brace that stands for itself, until the expansion is done. */
const OPEN = '\0{';

/** The first pair of braces that belong together. */
function findPair(text) {
  const open = [];
  let best;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '{' && text[i - 1] !== '\0') {
      ArrayPrototypePush(open, i);
    } else if (char === '}' && text[i - 1] !== '\0' && open.length > 0) {
      const start = open[open.length - 1];
      open.length--;
      if (open.length === 0) return { start, end: i };
      if (best === undefined || start < best.start) best = { start, end: i };
    }
  }
  return best;
}

/** Splits at the commas that are in no inner braces. */
function splitAtCommas(body) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < body.length; i++) {
    const char = body[i];
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === ',' && depth <= 0) {
      ArrayPrototypePush(parts, StringPrototypeSlice(body, from, i));
      from = i + 1;
    }
  }
  ArrayPrototypePush(parts, StringPrototypeSlice(body, from));
  return parts;
}

function stepOf(text) {
  const step = text === undefined ? 1 : MathAbs(Number(text));
  return MathMax(step, 1);
}

function numbers({ 1: from, 2: to, 3: step }) {
  const list = [];
  const first = Number(from);
  const last = Number(to);
  const pad = RegExpPrototypeExec(padded, from) !== null || RegExpPrototypeExec(padded, to) !== null;
  const width = pad ? MathMax(from.length, to.length) : 0;
  const direction = last < first ? -stepOf(step) : stepOf(step);
  for (let n = first; direction > 0 ? n <= last : n >= last; n += direction) {
    const digits = StringPrototypePadStart(String(MathAbs(n)), n < 0 ? width - 1 : width, '0');
    ArrayPrototypePush(list, n < 0 ? `-${digits}` : digits);
    if (list.length >= MAX_EXPANSIONS) break;
  }
  return list;
}

function letters({ 1: from, 2: to, 3: step }) {
  const list = [];
  const first = StringPrototypeCharCodeAt(from, 0);
  const last = StringPrototypeCharCodeAt(to, 0);
  const direction = last < first ? -stepOf(step) : stepOf(step);
  for (let n = first; direction > 0 ? n <= last : n >= last; n += direction) {
    const letter = StringFromCharCode(n);
    // A backslash on its own would quote what follows.
    ArrayPrototypePush(list, letter === '\\' ? '' : letter);
  }
  return list;
}

/** What a pair of braces stands for, undefined if it stands for itself. */
function alternatives(body) {
  let match = RegExpPrototypeExec(numericSequence, body);
  if (match !== null) return numbers(match);
  match = RegExpPrototypeExec(letterSequence, body);
  if (match !== null) return letters(match);
  const parts = splitAtCommas(body);
  if (parts.length === 1) {
    const inner = expand(parts[0]);
    if (inner.length < 2) return undefined;
    for (let i = 0; i < inner.length; i++) inner[i] = `${OPEN}${inner[i]}}`;
    return inner;
  }
  const list = [];
  for (let i = 0; i < parts.length; i++) {
    const inner = expand(parts[i]);
    for (let j = 0; j < inner.length; j++) ArrayPrototypePush(list, inner[j]);
  }
  return list;
}

function expand(text) {
  const pair = findPair(text);
  if (pair === undefined) return [text];
  const before = StringPrototypeSlice(text, 0, pair.start);
  const body = StringPrototypeSlice(text, pair.start + 1, pair.end);
  const after = StringPrototypeSlice(text, pair.end + 1);
  let middle;
  if (StringPrototypeEndsWith(before, '$')) {
    middle = [`${OPEN}${body}}`];
  } else {
    middle = alternatives(body);
    if (middle === undefined) {
      // `{a},b}`: the first closing brace is a letter, the second one closes.
      if (RegExpPrototypeExec(closedLater, after) !== null) {
        return expand(`${before}{${body}\0}${after}`);
      }
      return [text];
    }
  }
  const rest = expand(after);
  const list = [];
  for (let i = 0; i < middle.length; i++) {
    for (let j = 0; j < rest.length && list.length < MAX_EXPANSIONS; j++) {
      ArrayPrototypePush(list, `${before}${middle[i]}${rest[j]}`);
    }
  }
  return list;
}

const marks = hardenRegExp(/\0/g);

/**
 * All patterns that a pattern with braces stands for.
 * @param {string} pattern
 * @returns {string[]}
 */
function expandBraces(pattern) {
  if (RegExpPrototypeExec(hasBraces, pattern) === null) return [pattern];
  // A pattern that begins with {} is left alone there, as bash does.
  const list = pattern[0] === '{' && pattern[1] === '}' ?
    expand(`\0{\0}${StringPrototypeSlice(pattern, 2)}`) : expand(pattern);
  for (let i = 0; i < list.length; i++) list[i] = RegExpPrototypeSymbolReplace(marks, list[i], '');
  return list;
}

module.exports = { expandBraces };
