'use strict';

// What both path flavours share. A flavour is described by a predicate on character codes, `isSeparator`;
// `start` is where the part behind a drive letter begins (0 on POSIX).

const {
  StringPrototypeCharCodeAt, StringPrototypeEndsWith, StringPrototypeLastIndexOf, StringPrototypeSlice,
} = primordials;

const { validateObject } = require('internal/validators');

const DOT = 46;

/**
 * Resolves `.`, `..` and repeated separators in `path` from index `start` on.
 * @param {string} path
 * @param {number} start
 * @param {boolean} allowAboveRoot whether leading `..` stay
 * @param {string} separator put between the segments of the result
 * @param {(code: number) => boolean} isSeparator
 * @returns {string} without separators at its ends
 */
function collapse(path, start, allowAboveRoot, separator, isSeparator) {
  const { length } = path;
  let result = '';
  // How many segments at the end of `result` a `..` may remove.
  let removable = 0;
  let from = start;
  for (let i = start; i <= length; i++) {
    if (i < length && !isSeparator(StringPrototypeCharCodeAt(path, i))) continue;
    const size = i - from;
    const first = size === 1 || size === 2 ? StringPrototypeCharCodeAt(path, from) : 0;
    if (size === 0 || (size === 1 && first === DOT)) {
      // Nothing to add.
    } else if (size === 2 && first === DOT && StringPrototypeCharCodeAt(path, from + 1) === DOT) {
      if (removable > 0) {
        removable--;
        const cut = StringPrototypeLastIndexOf(result, separator);
        result = cut === -1 ? '' : StringPrototypeSlice(result, 0, cut);
      } else if (allowAboveRoot) {
        result += result.length > 0 ? `${separator}..` : '..';
      }
    } else {
      removable++;
      const segment = StringPrototypeSlice(path, from, i);
      result = result.length > 0 ? `${result}${separator}${segment}` : segment;
    }
    from = i + 1;
  }
  return result;
}

/** Index behind the last character that is no separator, or -1 if there is none from `start` on. */
function endOfLastSegment(path, start, isSeparator) {
  for (let i = path.length - 1; i >= start; i--) {
    if (!isSeparator(StringPrototypeCharCodeAt(path, i))) return i + 1;
  }
  return -1;
}

/** Where the segment that ends at `end` begins. */
function startOfLastSegment(path, start, end, isSeparator) {
  for (let i = end - 1; i >= start; i--) {
    if (isSeparator(StringPrototypeCharCodeAt(path, i))) return i + 1;
  }
  return start;
}

/**
 * The last segment, without `suffix` unless that is all of it.
 */
function basename(path, start, suffix, isSeparator) {
  const end = endOfLastSegment(path, start, isSeparator);
  const useSuffix = suffix !== undefined && suffix.length > 0 && suffix.length <= path.length;
  if (useSuffix && suffix === path) return '';
  const from = end === -1 ? start : startOfLastSegment(path, start, end, isSeparator);
  const base = end === -1 ? '' : StringPrototypeSlice(path, from, end);
  if (!useSuffix) return base;
  if (base.length > suffix.length && StringPrototypeEndsWith(base, suffix)) {
    return StringPrototypeSlice(base, 0, base.length - suffix.length);
  }
  // A segment that is itself the end of a longer suffix keeps the separators behind it.
  if (base.length < suffix.length && StringPrototypeEndsWith(suffix, base)) {
    return StringPrototypeSlice(path, from);
  }
  return base;
}

/**
 * Index of the dot that begins the extension of the segment [from, end), or -1. `partStart` is what decides
 * whether the segment is `..`.
 */
function extensionStart(path, from, end, partStart) {
  let dot = end - 1;
  while (dot >= from && StringPrototypeCharCodeAt(path, dot) !== DOT) dot--;
  if (dot <= from) return -1;
  if (dot === end - 1 && dot === partStart + 1 && StringPrototypeCharCodeAt(path, from) === DOT) return -1;
  return dot;
}

/** The extension of the last segment, with its dot, or the empty string. */
function extname(path, start, isSeparator) {
  const end = endOfLastSegment(path, start, isSeparator);
  if (end === -1) return '';
  const from = startOfLastSegment(path, start, end, isSeparator);
  const dot = extensionStart(path, from, end, from);
  return dot === -1 ? '' : StringPrototypeSlice(path, dot, end);
}

/**
 * Fills base, name and ext of a parsed path from what follows its root.
 * @returns {number} where the last segment begins; `start` when nothing precedes it
 */
function parseLastSegment(path, start, partStart, parsed, isSeparator) {
  const end = endOfLastSegment(path, start, isSeparator);
  if (end === -1) return start;
  const from = startOfLastSegment(path, start, end, isSeparator);
  const dot = extensionStart(path, from, end, from === start ? partStart : from);
  parsed.base = StringPrototypeSlice(path, from, end);
  if (dot === -1) {
    parsed.name = parsed.base;
  } else {
    parsed.name = StringPrototypeSlice(path, from, dot);
    parsed.ext = StringPrototypeSlice(path, dot, end);
  }
  return from;
}

/** The inverse of parse: `dir` or `root`, then `base` or `name` and `ext`. */
function format(separator, pathObject) {
  validateObject(pathObject, 'pathObject');
  const dir = pathObject.dir || pathObject.root;
  let { base } = pathObject;
  if (!base) {
    const { ext } = pathObject;
    const dot = ext && ext[0] !== '.' ? '.' : '';
    base = `${pathObject.name || ''}${dot}${ext || ''}`;
  }
  if (!dir) return base;
  return dir === pathObject.root ? `${dir}${base}` : `${dir}${separator}${base}`;
}

module.exports = { basename, collapse, endOfLastSegment, extname, format, parseLastSegment, startOfLastSegment };
