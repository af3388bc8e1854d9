'use strict';

require('../common');
const assert = require('assert');
const path = require('path');
const { posix, win32 } = path;

assert.strictEqual(posix.join(), '.');
assert.strictEqual(posix.join('', 'a', '', '../b'), 'b');
assert.strictEqual(posix.join('/a', '//b', '..', 'c/'), '/a/c/');
assert.strictEqual(win32.join('C:', 'a'), 'C:\\a');
assert.strictEqual(win32.join('//a', 'b'), '\\\\a\\b\\');
assert.strictEqual(win32.join('/', '/a'), '\\a');

assert.strictEqual(posix.resolve('/a', 'b', '../c'), '/a/c');
assert.strictEqual(posix.resolve('a', '/b', 'c'), '/b/c');
assert.strictEqual(posix.resolve(), process.cwd());
assert.strictEqual(posix.resolve('.'), process.cwd());
assert.strictEqual(win32.resolve('C:\\a', '..\\b'), 'C:\\b');
assert.strictEqual(win32.resolve('C:/ignore', 'd:\\a/b\\c/d', '\\e.exe'), 'd:\\e.exe');
assert.strictEqual(win32.resolve('//server/share', '..', 'relative\\'), '\\\\server\\share\\relative');

assert.throws(() => path.join('a', 1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => posix.resolve('a', {}), {
  code: 'ERR_INVALID_ARG_TYPE',
  message: 'The "paths[1]" argument must be of type string. Received an instance of Object',
});
assert.strictEqual(require('path/posix'), posix);
assert.strictEqual(require('path/win32'), win32);
assert.strictEqual(posix._makeLong, posix.toNamespacedPath);
