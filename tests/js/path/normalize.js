'use strict';

// Dots, repeated separators and trailing separators, on both platforms.

require('../common');
const assert = require('assert');
const { posix, win32 } = require('path');

const posixCases = [
  ['', '.'], ['/', '/'], ['//', '/'], ['a//b/../c/.', 'a/c'], ['./a/', 'a/'], ['..//..', '../..'], ['/../..', '/'],
  ['a/b/../../..', '..'], ['.', '.'], ['./', './'], ['a/..', '.'], ['a/../', './'], ['...', '...'],
];
for (const [path, expected] of posixCases) assert.strictEqual(posix.normalize(path), expected, path);

const winCases = [
  ['', '.'], ['/', '\\'], ['C:', 'C:.'], ['C:\\..\\a', 'C:\\a'], ['C:..\\a', 'C:..\\a'], ['//server/share/dir/..', '\\\\server\\share\\'],
  ['//server/share', '\\\\server\\share\\'], ['a/b/../c', 'a\\c'], ['./C:a', '.\\C:a'], ['\\\\?\\C:\\a\\..', '\\\\?\\C:'],
  ['CON:..\\a', '.\\CON:..\\a'],
];
for (const [path, expected] of winCases) assert.strictEqual(win32.normalize(path), expected, path);
