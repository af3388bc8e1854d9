'use strict';

// Paths of Windows: `\` and `/` separate, roots are drives, shares or devices (see win32_root).

const {
  ArrayPrototypeJoin, ArrayPrototypePop, ArrayPrototypePush, ArrayPrototypeSlice, RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace, StringPrototypeCharCodeAt, StringPrototypeIndexOf,
  StringPrototypeRepeat, StringPrototypeSlice, StringPrototypeSplit, StringPrototypeToLowerCase, hardenRegExp,
} = primordials;

const { validateString } = require('internal/validators');
const segments = require('internal/path/segments');
const { hasDrive, isReservedName, isSeparator, parseRoot, parseShare, separatorAt } = require('internal/path/win32_root');

const slashes = hardenRegExp(/\//g);
const colonEndsSegment = hardenRegExp(/:(?:[\\/]|$)/);

const toBackslashes = (path) => RegExpPrototypeSymbolReplace(slashes, path, '\\');

/** The folder that a path with this drive or share, but without a root, is relative to. */
function currentFolderOf(device) {
  const folder = process.env[`=${device}`] || process.cwd();
  const sameDevice = StringPrototypeToLowerCase(StringPrototypeSlice(folder, 0, 2)) === StringPrototypeToLowerCase(device);
  return sameDevice || folder[2] !== '\\' ? folder : `${device}\\`;
}

function namesDevice(joined) {
  const parts = StringPrototypeSplit(joined, '\\');
  for (let i = 0; i < parts.length; i++) {
    const colon = StringPrototypeIndexOf(parts[i], ':');
    if (colon !== -1 && isReservedName(parts[i], colon)) return true;
  }
  return false;
}

/** The relative path between folders that differ in length once in lower case: compared by segments. */
function relativeBySegments(from, to) {
  const fromParts = StringPrototypeSplit(from, '\\');
  const toParts = StringPrototypeSplit(to, '\\');
  if (fromParts[fromParts.length - 1] === '') ArrayPrototypePop(fromParts);
  if (toParts[toParts.length - 1] === '') ArrayPrototypePop(toParts);
  const shorter = fromParts.length < toParts.length ? fromParts.length : toParts.length;
  let i = 0;
  while (i < shorter && StringPrototypeToLowerCase(fromParts[i]) === StringPrototypeToLowerCase(toParts[i])) i++;
  if (i === 0) return to;
  if (i === shorter) {
    if (toParts.length > shorter) return ArrayPrototypeJoin(ArrayPrototypeSlice(toParts, i), '\\');
    return fromParts.length > shorter ? `${StringPrototypeRepeat('..\\', fromParts.length - 1 - i)}..` : '';
  }
  return `${StringPrototypeRepeat('..\\', fromParts.length - i)}${ArrayPrototypeJoin(ArrayPrototypeSlice(toParts, i), '\\')}`;
}

/** The bounds of `path` without the backslashes around it. */
function trimmed(path) {
  let start = 0;
  while (path[start] === '\\') start++;
  let end = path.length;
  while (end - 1 > start && path[end - 1] === '\\') end--;
  return { start, end, length: end - start };
}

/**
 * path.win32.
 */
const win32 = {
  /** From right to left, until the path has a drive or share and is absolute; then the current folder. */
  resolve(...paths) {
    let device = '';
    let tail = '';
    let absolute = false;
    for (let i = paths.length - 1; i >= -1; i--) {
      let path;
      if (i >= 0) {
        path = paths[i];
        validateString(path, `paths[${i}]`);
        if (path.length === 0) continue;
      } else if (device === '') {
        path = process.cwd();
        const nothing = paths.length === 0 ||
          (paths.length === 1 && (paths[0] === '' || paths[0] === '.') && separatorAt(path, 0));
        if (nothing) return process.platform === 'win32' ? path : toBackslashes(path);
      } else {
        path = currentFolderOf(device);
      }
      const root = parseRoot(path);
      if (root.device !== '') {
        if (device === '') device = root.device;
        else if (StringPrototypeToLowerCase(root.device) !== StringPrototypeToLowerCase(device)) continue;
      }
      if (absolute) {
        if (device !== '') break;
      } else {
        tail = `${StringPrototypeSlice(path, root.end)}\\${tail}`;
        absolute = root.absolute;
        if (absolute && device !== '') break;
      }
    }
    tail = segments.collapse(tail, 0, !absolute, '\\', isSeparator);
    return absolute ? `${device}\\${tail}` : `${device}${tail}` || '.';
  },

  normalize(path) {
    validateString(path, 'path');
    const { length } = path;
    if (length === 0) return '.';
    if (length === 1) return path === '/' ? '\\' : path;
    const root = parseRoot(path);
    const { absolute, share } = root;
    let { device, end } = root;
    if (share !== undefined && share.shareEnd === length) return `${device}\\`;
    const colon = StringPrototypeIndexOf(path, ':');
    if (end === 4 && share === undefined && absolute && device.length === 3) {
      const name = StringPrototypeSlice(path, 4, colon + 1);
      if (isReservedName(name, name.length - 1)) {
        device = `\\\\?\\${name}`;
        end = 4 + name.length;
      }
    } else if (!absolute && device === '' && colon > 0 && isReservedName(path, colon)) {
      device = StringPrototypeSlice(path, 0, colon + 1);
      end = colon + 1;
    }
    let tail = end < length ? segments.collapse(path, end, !absolute, '\\', isSeparator) : '';
    if (tail.length === 0 && !absolute) tail = '.';
    if (tail.length > 0 && separatorAt(path, length - 1)) tail += '\\';
    if (!absolute && device === '' && colon !== -1) {
      // What was a name must not become a drive or a stream.
      if ((tail.length >= 2 && hasDrive(tail)) || RegExpPrototypeExec(colonEndsSegment, path) !== null) return `.\\${tail}`;
    }
    if (isReservedName(path, colon)) return `.\\${device}${tail}`;
    return absolute ? `${device}\\${tail}` : `${device}${tail}`;
  },

  isAbsolute(path) {
    validateString(path, 'path');
    return path.length > 0 && (separatorAt(path, 0) || (path.length > 2 && hasDrive(path) && separatorAt(path, 2)));
  },

  join(...paths) {
    const parts = [];
    for (let i = 0; i < paths.length; i++) {
      validateString(paths[i], 'path');
      if (paths[i].length > 0) ArrayPrototypePush(parts, paths[i]);
    }
    if (parts.length === 0) return '.';
    let joined = ArrayPrototypeJoin(parts, '\\');
    // Only what the first part begins as a share (two separators and a name) stays one.
    const first = parts[0];
    const isShare = first.length > 2 && separatorAt(first, 0) && separatorAt(first, 1) && !separatorAt(first, 2);
    if (!isShare) {
      let separators = 0;
      while (separators < joined.length && separatorAt(joined, separators)) separators++;
      if (separators >= 2) joined = `\\${StringPrototypeSlice(joined, separators)}`;
    }
    return namesDevice(joined) ? toBackslashes(joined) : win32.normalize(joined);
  },

  relative(from, to) {
    validateString(from, 'from');
    validateString(to, 'to');
    if (from === to) return '';
    const fromFull = win32.resolve(from);
    const toFull = win32.resolve(to);
    if (fromFull === toFull) return '';
    from = StringPrototypeToLowerCase(fromFull);
    to = StringPrototypeToLowerCase(toFull);
    if (from === to) return '';
    if (fromFull.length !== from.length || toFull.length !== to.length) return relativeBySegments(fromFull, toFull);

    const a = trimmed(from);
    const b = trimmed(to);
    const shorter = a.length < b.length ? a.length : b.length;
    let common = -1;
    let i = 0;
    for (; i < shorter; i++) {
      const code = StringPrototypeCharCodeAt(from, a.start + i);
      if (code !== StringPrototypeCharCodeAt(to, b.start + i)) break;
      if (code === 92) common = i;
    }
    if (i !== shorter) {
      // Not even the drive or the server is the same.
      if (common === -1) return toFull;
    } else {
      if (b.length > shorter) {
        if (to[b.start + i] === '\\') return StringPrototypeSlice(toFull, b.start + i + 1);
        if (i === 2) return StringPrototypeSlice(toFull, b.start + i);
      }
      if (a.length > shorter) {
        if (from[a.start + i] === '\\') common = i;
        else if (i === 2) common = 3;
      }
      if (common === -1) common = 0;
    }
    let up = '';
    for (i = a.start + common + 1; i <= a.end; i++) {
      if (i === a.end || from[i] === '\\') up += up === '' ? '..' : '\\..';
    }
    let start = b.start + common;
    if (up !== '') return `${up}${StringPrototypeSlice(toFull, start, b.end)}`;
    if (toFull[start] === '\\') start++;
    return StringPrototypeSlice(toFull, start, b.end);
  },

  /** The path with the prefix that lifts the length limit. */
  toNamespacedPath(path) {
    if (typeof path !== 'string' || path.length === 0) return path;
    const resolved = win32.resolve(path);
    if (resolved.length <= 2) return path;
    if (resolved[0] === '\\') {
      if (resolved[1] === '\\' && resolved[2] !== '?' && resolved[2] !== '.') {
        return `\\\\?\\UNC\\${StringPrototypeSlice(resolved, 2)}`;
      }
    } else if (hasDrive(resolved) && resolved[2] === '\\') {
      return `\\\\?\\${resolved}`;
    }
    return resolved;
  },

  dirname(path) {
    validateString(path, 'path');
    const { length } = path;
    if (length === 0) return '.';
    if (length === 1) return separatorAt(path, 0) ? path : '.';
    let rootEnd = 0;
    if (separatorAt(path, 0)) {
      const share = parseShare(path);
      if (share !== undefined && share.shareEnd === length) return path;
      rootEnd = share === undefined ? 1 : share.shareEnd + 1;
    } else if (hasDrive(path)) {
      rootEnd = length > 2 && separatorAt(path, 2) ? 3 : 2;
    }
    const end = segments.endOfLastSegment(path, rootEnd, isSeparator);
    const from = end === -1 ? rootEnd : segments.startOfLastSegment(path, rootEnd, end, isSeparator);
    if (from > rootEnd) return StringPrototypeSlice(path, 0, from - 1);
    return rootEnd === 0 ? '.' : StringPrototypeSlice(path, 0, rootEnd);
  },

  basename(path, suffix) {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    return segments.basename(path, hasDrive(path) ? 2 : 0, suffix, isSeparator);
  },

  extname(path) {
    validateString(path, 'path');
    return segments.extname(path, hasDrive(path) ? 2 : 0, isSeparator);
  },

  format(pathObject) {
    return segments.format('\\', pathObject);
  },

  parse(path) {
    validateString(path, 'path');
    const parsed = { root: '', dir: '', base: '', ext: '', name: '' };
    const { length } = path;
    if (length === 0) return parsed;
    let rootEnd = 0;
    if (separatorAt(path, 0)) {
      const share = parseShare(path);
      rootEnd = share === undefined ? 1 : share.shareEnd + (share.shareEnd === length ? 0 : 1);
    } else if (hasDrive(path)) {
      rootEnd = length > 2 && separatorAt(path, 2) ? 3 : 2;
    }
    parsed.root = StringPrototypeSlice(path, 0, rootEnd);
    const from = segments.parseLastSegment(path, rootEnd, rootEnd, parsed, isSeparator);
    parsed.dir = from > rootEnd ? StringPrototypeSlice(path, 0, from - 1) : parsed.root;
    return parsed;
  },

  /** Whether the path matches a glob pattern. */
  matchesGlob(path, pattern) {
    return require('internal/fs/glob_pattern').matchGlobPattern(path, pattern, true);
  },

  sep: '\\',
  delimiter: ';',
  win32: null,
  posix: null,
};

module.exports = win32;
