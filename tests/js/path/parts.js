'use strict';

// dirname, basename, extname, parse and format, with the cases that surprise.

require('../common');
const assert = require('assert');
const { posix, win32 } = require('path');

assert.strictEqual(posix.dirname('/a/b/'), '/a');
assert.strictEqual(posix.dirname('//a'), '//');
assert.strictEqual(posix.dirname('a'), '.');
assert.strictEqual(posix.basename('/a/b.html', '.html'), 'b');
assert.strictEqual(posix.basename('.html', '.html'), '');
assert.strictEqual(posix.basename('a/.html', '.html'), '.html');
assert.strictEqual(posix.basename('aaa', 'a'), 'aa');
assert.strictEqual(posix.basename('a/b/', 'xb'), 'b/');
assert.strictEqual(win32.basename('C:a.txt', '.txt'), 'a');
assert.strictEqual(win32.dirname('\\\\unc\\share\\a'), '\\\\unc\\share\\');

const extensions = { 'a.b.c': '.c', '.bashrc': '', 'a.': '.', '..': '', '...': '.', 'a/.b/c': '', '.a.b': '.b', 'a.b/': '.b' };
for (const [path, extension] of Object.entries(extensions)) assert.strictEqual(posix.extname(path), extension, path);

assert.deepStrictEqual(posix.parse('/home/u/f.txt'), { root: '/', dir: '/home/u', base: 'f.txt', ext: '.txt', name: 'f' });
assert.deepStrictEqual(posix.parse('./'), { root: '', dir: '', base: '.', ext: '', name: '.' });
assert.deepStrictEqual(win32.parse('C:\\a\\b.c'), { root: 'C:\\', dir: 'C:\\a', base: 'b.c', ext: '.c', name: 'b' });
assert.deepStrictEqual(win32.parse('\\\\s\\d\\f'), { root: '\\\\s\\d\\', dir: '\\\\s\\d\\', base: 'f', ext: '', name: 'f' });

assert.strictEqual(posix.format({ root: '/', name: 'f', ext: 'txt' }), '/f.txt');
assert.strictEqual(posix.format({ dir: '/d', base: 'b', ext: '.x' }), '/d/b');
assert.strictEqual(win32.format({ dir: 'C:\\d', name: 'f' }), 'C:\\d\\f');
assert.throws(() => posix.format(null), { code: 'ERR_INVALID_ARG_TYPE' });
