'use strict';

// fs.glob in its three forms, with exclusions, types, links and depth.

const common = require('../common');
const assert = require('assert');
const fs = require('fs');
const path = require('path');

const cwd = common.tmpdir();
for (const file of ['a/b/c.js', 'a/d.js', 'a/.hidden/e.js', 'f.js', 'g.txt']) {
  fs.mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  fs.writeFileSync(path.join(cwd, file), '');
}
fs.symlinkSync('a', path.join(cwd, 'link'));

const find = (pattern, options) => fs.globSync(pattern, { cwd, ...options }).sort();
assert.deepStrictEqual(find('**/*.js'), ['a/b/c.js', 'a/d.js', 'f.js']);
assert.deepStrictEqual(find('*'), ['a', 'f.js', 'g.txt', 'link']);
assert.deepStrictEqual(find('*/'), ['a']);
assert.deepStrictEqual(find('{f,x}.js'), ['f.js']);
assert.deepStrictEqual(find(['*.js', '*.txt']), ['f.js', 'g.txt']);
assert.deepStrictEqual(find('a/.hidden/*'), ['a/.hidden/e.js']);
assert.deepStrictEqual(find('link/*.js'), ['link/d.js']);
assert.deepStrictEqual(find('**/*.js', { exclude: ['a/b/**'] }), ['a/d.js', 'f.js']);
assert.deepStrictEqual(find('**/*.js', { exclude: (name) => name === 'a' }), ['f.js']);
assert.deepStrictEqual(find('**/*.js', { maxDepth: 2 }), ['a/d.js', 'f.js']);
assert.deepStrictEqual(find('none/**'), []);
assert.deepStrictEqual(find(path.join(cwd, '*.txt')), [path.join(cwd, 'g.txt')]);
const [entry] = fs.globSync('g.*', { cwd, withFileTypes: true });
assert.strictEqual(entry.name, 'g.txt');
assert.strictEqual(entry.isFile(), true);
assert.throws(() => fs.globSync(1), { code: 'ERR_INVALID_ARG_TYPE' });

fs.glob('*.js', { cwd }, common.mustSucceed((found) => assert.deepStrictEqual(found, ['f.js'])));
Array.fromAsync(fs.promises.glob('a/*.js', { cwd })).then(common.mustCall((found) => {
  assert.deepStrictEqual(found, ['a/d.js']);
}));
