'use strict';

// The roots of Windows paths: `\`, `C:`, `C:\`, `\\server\share\`, `\\?\` and `\\.\`, and the names of devices.

const {
  SafeSet, StringPrototypeCharCodeAt, StringPrototypeSlice, StringPrototypeToUpperCase,
} = primordials;

const SLASH = 47;
const COLON = 58;
const BACKSLASH = 92;

const reserved = new SafeSet(['CON', 'PRN', 'AUX', 'NUL', 'COM\xb9', 'COM\xb2', 'COM\xb3', 'LPT\xb9', 'LPT\xb2',
  'LPT\xb3']);
for (let i = 1; i <= 9; i++) {
  reserved.add(`COM${i}`);
  reserved.add(`LPT${i}`);
}

function isSeparator(code) {
  return code === BACKSLASH || code === SLASH;
}

function separatorAt(path, index) {
  return isSeparator(StringPrototypeCharCodeAt(path, index));
}

function isDriveLetter(code) {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Whether the path begins with `C:`. */
function hasDrive(path) {
  return StringPrototypeCharCodeAt(path, 1) === COLON && isDriveLetter(StringPrototypeCharCodeAt(path, 0));
}

/** Whether the first `end` characters (all but the last for -1) name a device, such as `CON`. */
function isReservedName(path, end) {
  return reserved.has(StringPrototypeToUpperCase(StringPrototypeSlice(path, 0, end)));
}

function skip(path, from, separators) {
  while (from < path.length && separatorAt(path, from) === separators) from++;
  return from;
}

/**
 * The parts of `\\server\share`, undefined if the path does not begin with both.
 * @param {string} path
 * @returns {{ server: string, shareStart: number, shareEnd: number } | undefined}
 */
function parseShare(path) {
  if (!separatorAt(path, 0) || !separatorAt(path, 1)) return undefined;
  const serverEnd = skip(path, 2, false);
  if (serverEnd === 2 || serverEnd === path.length) return undefined;
  const shareStart = skip(path, serverEnd, true);
  if (shareStart === path.length) return undefined;
  return { server: StringPrototypeSlice(path, 2, serverEnd), shareStart, shareEnd: skip(path, shareStart, false) };
}

/**
 * What precedes the segments of a path.
 * @param {string} path not empty
 * @returns {{ device: string, end: number, absolute: boolean, share: object | undefined }} `end` is the length
 * of the root; `share` is what parseShare found, unless the root is `\\?` or `\\.`
 */
function parseRoot(path) {
  if (path.length > 1 && hasDrive(path)) {
    const absolute = path.length > 2 && separatorAt(path, 2);
    return { device: StringPrototypeSlice(path, 0, 2), end: absolute ? 3 : 2, absolute, share: undefined };
  }
  if (!separatorAt(path, 0)) return { device: '', end: 0, absolute: false, share: undefined };
  if (path.length === 1 || !separatorAt(path, 1)) return { device: '', end: 1, absolute: true, share: undefined };
  const share = parseShare(path);
  if (share === undefined) return { device: '', end: 0, absolute: true, share };
  const { server, shareStart, shareEnd } = share;
  if (server === '.' || server === '?') return { device: `\\\\${server}`, end: 4, absolute: true, share: undefined };
  const device = `\\\\${server}\\${StringPrototypeSlice(path, shareStart, shareEnd)}`;
  return { device, end: shareEnd, absolute: true, share };
}

module.exports = { hasDrive, isReservedName, isSeparator, parseRoot, parseShare, separatorAt };
