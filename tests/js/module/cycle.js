'use strict';
// A cycle sees the exports so far, and is warned about names that are not there yet.
const { mustCall } = require('../common');
const assert = require('assert');
const { createRequire } = require('module');
const { tree } = require('../common/tree');

const root = tree({
  'a.js': 'exports.early = 1; exports.b = require("./b"); exports.late = 2;',
  'b.js': 'const a = require("./a"); exports.seen = Object.keys(a); exports.late = a.late; exports.a = a;',
});
process.on('warning', mustCall(({ message }) => {
  assert.strictEqual(message, "Accessing non-existent property 'late' of module exports inside circular dependency");
}));
const a = createRequire(`${root}/`)('./a');
assert.deepStrictEqual(a.b.seen, ['early']);
assert.strictEqual(a.b.late, undefined);
assert.strictEqual(a.b.a, a);
assert.strictEqual(Object.getPrototypeOf(a), Object.prototype);
