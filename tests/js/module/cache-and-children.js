'use strict';
// require.cache, module.children and module.parent.
require('../common');
const assert = require('assert');
const path = require('path');
const { tree } = require('../common/tree');

const root = tree({
  'counted.js': 'globalThis.loads = (globalThis.loads ?? 0) + 1; module.exports = module;',
  'fails.js': 'globalThis.fails = (globalThis.fails ?? 0) + 1; throw new Error("on purpose");',
});
const counted = path.join(root, 'counted.js');
const first = require(counted);
assert.strictEqual(require(counted), first);
assert.strictEqual(globalThis.loads, 1);
assert.strictEqual(require.cache[counted], first);
assert.strictEqual(first.parent, module);
assert.ok(module.children.includes(first));
assert.strictEqual(first.loaded, true);
assert.strictEqual(first.filename, counted);
assert.strictEqual(first.id, counted);
assert.strictEqual(first.path, root);
assert.strictEqual(first.paths[0], path.join(root, 'node_modules'));

delete require.cache[counted];
assert.notStrictEqual(require(counted), first);
assert.strictEqual(globalThis.loads, 2);

// A module that throws is neither kept nor a child.
const fails = path.join(root, 'fails.js');
const children = module.children.length;
assert.throws(() => require(fails), /on purpose/);
assert.throws(() => require(fails), /on purpose/);
assert.strictEqual(globalThis.fails, 2);
assert.strictEqual(require.cache[fails], undefined);
assert.strictEqual(module.children.length, children);

// A program may put what it likes into the cache, even under the name of a built-in module.
require.cache.fs = { exports: 'mine', loaded: true };
assert.strictEqual(require('fs'), 'mine');
assert.notStrictEqual(require('node:fs'), 'mine');
delete require.cache.fs;
assert.strictEqual(require.main, module);
assert.strictEqual(process.mainModule, module);
assert.strictEqual(module.id, '.');
