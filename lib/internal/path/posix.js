'use strict';

// Paths of POSIX systems: `/` separates, everything else is a name.

const { StringPrototypeCharCodeAt, StringPrototypeSlice } = primordials;

const { validateString } = require('internal/validators');
const segments = require('internal/path/segments');

const SLASH = 47;
const isSeparator = (code) => code === SLASH;

const startsWithSlash = (path) => StringPrototypeCharCodeAt(path, 0) === SLASH;

/**
 * path.posix.
 */
const posix = {
  /** From right to left, until the path is absolute; then the current folder. */
  resolve(...paths) {
    let resolved = '';
    let absolute = false;
    for (let i = paths.length - 1; i >= 0 && !absolute; i--) {
      const path = paths[i];
      validateString(path, `paths[${i}]`);
      if (path.length === 0) continue;
      resolved = resolved.length === 0 ? path : `${path}/${resolved}`;
      absolute = startsWithSlash(path);
    }
    if (!absolute) {
      const cwd = process.cwd();
      if ((resolved === '' || (resolved === '.' && paths.length === 1)) && startsWithSlash(cwd)) return cwd;
      resolved = `${cwd}/${resolved}`;
      absolute = startsWithSlash(cwd);
    }
    const tail = segments.collapse(resolved, 0, !absolute, '/', isSeparator);
    if (absolute) return `/${tail}`;
    return tail.length > 0 ? tail : '.';
  },

  normalize(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    const absolute = startsWithSlash(path);
    const trailing = StringPrototypeCharCodeAt(path, path.length - 1) === SLASH;
    const tail = segments.collapse(path, 0, !absolute, '/', isSeparator);
    if (tail.length === 0) {
      if (absolute) return '/';
      return trailing ? './' : '.';
    }
    return `${absolute ? '/' : ''}${tail}${trailing ? '/' : ''}`;
  },

  isAbsolute(path) {
    validateString(path, 'path');
    return path.length > 0 && startsWithSlash(path);
  },

  join(...paths) {
    let joined = '';
    for (let i = 0; i < paths.length; i++) {
      const path = paths[i];
      validateString(path, 'path');
      if (path.length > 0) joined = joined.length === 0 ? path : `${joined}/${path}`;
    }
    return joined.length === 0 ? '.' : posix.normalize(joined);
  },

  relative(from, to) {
    validateString(from, 'from');
    validateString(to, 'to');
    if (from === to) return '';
    from = posix.resolve(from);
    to = posix.resolve(to);
    if (from === to) return '';

    // Both begin with a slash: compare what follows, remembering the last slash that they share.
    const shorter = from.length < to.length ? from.length : to.length;
    let common = 0;
    let i = 1;
    while (i < shorter) {
      const code = StringPrototypeCharCodeAt(from, i);
      if (code !== StringPrototypeCharCodeAt(to, i)) break;
      if (code === SLASH) common = i;
      i++;
    }
    if (i === shorter) {
      if (from.length === 1) return StringPrototypeSlice(to, 1);
      if (to.length > shorter && StringPrototypeCharCodeAt(to, i) === SLASH) return StringPrototypeSlice(to, i + 1);
      if (from.length > shorter && (to.length === 1 || StringPrototypeCharCodeAt(from, i) === SLASH)) {
        common = to.length === 1 ? 0 : i;
      }
    }
    let up = '..';
    for (i = common + 1; i < from.length; i++) {
      if (StringPrototypeCharCodeAt(from, i) === SLASH) up += '/..';
    }
    if (common >= to.length) return up;
    return to.length === 1 ? up : `${up}${StringPrototypeSlice(to, common)}`;
  },

  /** Nothing to do on POSIX. */
  toNamespacedPath(path) {
    return path;
  },

  dirname(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    const absolute = startsWithSlash(path);
    const end = segments.endOfLastSegment(path, 1, isSeparator);
    const from = end === -1 ? 1 : segments.startOfLastSegment(path, 1, end, isSeparator);
    if (from === 1) return absolute ? '/' : '.';
    if (absolute && from === 2) return '//';
    return StringPrototypeSlice(path, 0, from - 1);
  },

  basename(path, suffix) {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    return segments.basename(path, 0, suffix, isSeparator);
  },

  extname(path) {
    validateString(path, 'path');
    return segments.extname(path, 0, isSeparator);
  },

  format(pathObject) {
    return segments.format('/', pathObject);
  },

  parse(path) {
    validateString(path, 'path');
    const parsed = { root: '', dir: '', base: '', ext: '', name: '' };
    if (path.length === 0) return parsed;
    const absolute = startsWithSlash(path);
    const start = absolute ? 1 : 0;
    if (absolute) parsed.root = '/';
    const from = segments.parseLastSegment(path, start, 0, parsed, isSeparator);
    if (from > start) parsed.dir = StringPrototypeSlice(path, 0, from - 1);
    else if (absolute) parsed.dir = '/';
    return parsed;
  },

  /** Whether the path matches a glob pattern. */
  matchesGlob(path, pattern) {
    return require('internal/fs/glob_pattern').matchGlobPattern(path, pattern, false);
  },

  sep: '/',
  delimiter: ':',
  win32: null,
  posix: null,
};

module.exports = posix;
