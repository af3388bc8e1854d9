'use strict';

require('../common');
const assert = require('assert');
const { posix, win32 } = require('path');

const posixCases = [
  ['/a/b', '/a/c', '../c'], ['/a', '/a/b', 'b'], ['/a/b', '/a', '..'], ['/', '/a', 'a'], ['/a', '/', '..'],
  ['/a/bc', '/a/b', '../b'], ['/a/b', '/a/bc', '../bc'], ['/a', '/a', ''], ['/a/b/c', '/d', '../../../d'],
];
for (const [from, to, expected] of posixCases) assert.strictEqual(posix.relative(from, to), expected, `${from} ${to}`);

const winCases = [
  ['c:/a/b', 'd:/a', 'd:\\a'], ['c:/a', 'c:/A/b', 'b'], ['\\\\s\\d', '\\\\s\\d\\x', 'x'], ['c:/a/b', 'c:/', '..\\..'],
  ['C:\\x', 'C:\\xy', '..\\xy'],
];
for (const [from, to, expected] of winCases) assert.strictEqual(win32.relative(from, to), expected, `${from} ${to}`);
