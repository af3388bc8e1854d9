'use strict';

// Globs as predicates of whole paths: path.matchesGlob and the exclusions of fs.glob and fs.watch.

const {
  ArrayPrototypePush, ArrayPrototypeSlice, ArrayPrototypeSplice, RegExpPrototypeSymbolReplace, RegExpPrototypeSymbolSplit,
  SafeMap, StringPrototypeSlice, StringPrototypeStartsWith, Symbol, hardenRegExp,
} = primordials;

const { expandBraces } = require('internal/fs/glob/braces');
const { compileSegment } = require('internal/fs/glob/segment');
const { validateString } = require('internal/validators');

/** Any number of folders. */
const GLOBSTAR = Symbol('**');

const slashes = hardenRegExp(/\/+/);
const backslashes = hardenRegExp(/\\/g);

function split(path, windows) {
  // Two slashes at the start of a Windows path belong to a server's name.
  if (windows && StringPrototypeStartsWith(path, '//') && path[2] !== '/' && path.length > 2) {
    const parts = RegExpPrototypeSymbolSplit(slashes, StringPrototypeSlice(path, 1));
    return ['', ...parts];
  }
  return RegExpPrototypeSymbolSplit(slashes, path);
}

function isName(part) {
  return part !== undefined && part !== '' && part !== '.' && part !== '..';
}

function isPlain(part) {
  return isName(part) && part !== '**';
}

/** Takes out of a path or pattern what adds nothing: `a/./b`, `a//b`, `a/x/../b`. Changes the list. */
function simplify(parts) {
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 1; i < parts.length - 1; i++) {
      const isServer = i === 1 && parts[1] === '' && parts[0] === '';
      if ((parts[i] === '.' || parts[i] === '') && !isServer) {
        ArrayPrototypeSplice(parts, i--, 1);
        changed = true;
      }
    }
    if (parts.length === 2 && parts[0] === '.' && (parts[1] === '.' || parts[1] === '')) parts.length = 1;
    for (let i = 1; i < parts.length; i++) {
      if (parts[i] !== '..' || !isPlain(parts[i - 1])) continue;
      // What is left must not begin with `**`, which would leave out names with a dot.
      if (i === 1 && parts[2] === '**') ArrayPrototypeSplice(parts, 0, 2, '.');
      else ArrayPrototypeSplice(parts, i - 1, 2);
      i = i < 2 ? 0 : i - 2;
      changed = true;
    }
  }
  if (parts.length === 0) ArrayPrototypePush(parts, '');
  return parts;
}

/**
 * Takes needless `**` out of a pattern. `**\/../a/b` begins in any folder or in the one above, so that it becomes two.
 * @returns {string[][]}
 */
function withoutNeedlessGlobstars(parts) {
  const patterns = [parts];
  for (let k = 0; k < patterns.length; k++) {
    const pattern = patterns[k];
    for (let i = 0; i < pattern.length; i++) {
      if (pattern[i] !== '**') continue;
      while (pattern[i + 1] === '**') ArrayPrototypeSplice(pattern, i + 1, 1);
      const isAbove = pattern[i + 1] === '..' && isName(pattern[i + 2]) && isName(pattern[i + 3]);
      if (!isAbove) continue;
      ArrayPrototypeSplice(pattern, i, 1);
      const other = ArrayPrototypeSlice(pattern);
      other[i] = '**';
      ArrayPrototypePush(patterns, other);
      i--;
    }
    simplify(pattern);
  }
  return patterns;
}

/**
 * The patterns that a glob with braces stands for, each as a list of segments: a string, a matcher or GLOBSTAR.
 * @param {string} glob
 * @param {{ windows?: boolean, ignoreCase?: boolean }} options
 * @returns {{ text: string[], segments: Array }[]}
 */
function parseGlob(glob, { windows = false, ignoreCase = false } = {}) {
  // A backslash separates on all platforms; nothing quotes.
  const alternatives = expandBraces(RegExpPrototypeSymbolReplace(backslashes, glob, '/'));
  const patterns = [];
  for (let i = 0; i < alternatives.length; i++) {
    const variants = withoutNeedlessGlobstars(split(alternatives[i], windows));
    for (let k = 0; k < variants.length; k++) {
      const text = variants[k];
      const segments = [];
      for (let j = 0; j < text.length; j++) {
        ArrayPrototypePush(segments, text[j] === '**' ? GLOBSTAR : compileSegment(text[j], ignoreCase));
      }
      ArrayPrototypePush(patterns, { text, segments });
    }
  }
  return patterns;
}

/** Whether one segment of a pattern matches a name. */
function matchesSegment(segment, name) {
  return typeof segment === 'string' ? segment === name : segment.test(name);
}

/** Whether the segments of a pattern from `p` on match the names from `n` on. */
function matchesFrom(names, n, segments, p) {
  while (n < names.length && p < segments.length) {
    const segment = segments[p];
    if (segment === GLOBSTAR) {
      if (p + 1 === segments.length) {
        for (; n < names.length; n++) {
          if (names[n][0] === '.') return false;
        }
        return true;
      }
      for (; n < names.length; n++) {
        if (matchesFrom(names, n, segments, p + 1)) return true;
        if (names[n][0] === '.') return false;
      }
      return false;
    }
    if (!matchesSegment(segment, names[n])) return false;
    n++;
    p++;
  }
  if (n === names.length) return p === segments.length;
  // A slash at the end of the path is no name.
  return n === names.length - 1 && names[n] === '';
}

/**
 * A predicate of paths.
 * @param {string} glob
 * @param {{ windows?: boolean, ignoreCase?: boolean, matchBase?: boolean }} options `matchBase`: a glob without
 * slashes is compared with the last name alone
 * @returns {(path: string) => boolean}
 */
function compileGlob(glob, options) {
  if (glob === '') return (path) => path === '';
  const { windows, matchBase } = options;
  const patterns = parseGlob(glob, options);
  return (path) => {
    if (windows) path = RegExpPrototypeSymbolReplace(backslashes, path, '/');
    const names = simplify(split(path, windows));
    let last = names.length - 1;
    while (last > 0 && names[last] === '') last--;
    for (let i = 0; i < patterns.length; i++) {
      const { segments } = patterns[i];
      const subject = matchBase && segments.length === 1 ? [names[last]] : names;
      if (matchesFrom(subject, 0, segments, 0)) return true;
    }
    return false;
  };
}

const CACHE_SIZE = 250;
const cache = new SafeMap();

/**
 * Whether a path matches a glob.
 * @param {string} path
 * @param {string} pattern
 * @param {boolean} windows
 * @returns {boolean}
 */
function matchGlobPattern(path, pattern, windows) {
  validateString(path, 'path');
  validateString(pattern, 'pattern');
  const key = `${windows ? 'w' : 'p'}${pattern}`;
  let matches = cache.get(key);
  if (matches === undefined) {
    if (cache.size >= CACHE_SIZE) cache.clear();
    matches = compileGlob(pattern, { windows });
    cache.set(key, matches);
  }
  return matches(path);
}

module.exports = { GLOBSTAR, compileGlob, matchGlobPattern, matchesSegment, parseGlob };
