'use strict';

// path.matchesGlob: wildcards, classes, braces, extended globs, dots.

require('../common');
const assert = require('assert');
const { posix, win32, matchesGlob } = require('path');

const matching = [
  ['a/b', 'a/*'], ['a/b/c', 'a/**'], ['a/b/c', '**/c'], ['c', '**/c'], ['a.js', '*.js'], ['ab', 'a?'], ['b', '[abc]'],
  ['d', '[!abc]'], ['a2', 'a{1..3}'], ['xc', 'x{a,{b,c}}'], ['b', '!(a)'], ['aba', '+(a|b)'], ['', ''], ['.a', '.*'],
  ['a/', 'a'], ['a/./b', 'a/b'], ['a/x/../b', 'a/b'], ['a', '[[:alpha:]]'], ['b/01', 'b/{01..03}'],
];
for (const [path, glob] of matching) assert.strictEqual(posix.matchesGlob(path, glob), true, `${path} ${glob}`);

const others = [
  ['a/b/c', 'a/*'], ['a', 'a/**'], ['.a', '*'], ['a/.b', '**'], ['a', '!(a)'], ['ab', '?'], ['a/b', '*'], ['{a}', 'a'],
  ['a', ''], ['a4', 'a{1..3}'],
];
for (const [path, glob] of others) assert.strictEqual(posix.matchesGlob(path, glob), false, `${path} ${glob}`);

assert.strictEqual(win32.matchesGlob('a\\b', 'a/*'), true);
assert.strictEqual(posix.matchesGlob('a\\b', 'a/*'), false);
assert.throws(() => matchesGlob(1, 'a'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => matchesGlob('a', null), { code: 'ERR_INVALID_ARG_TYPE' });
