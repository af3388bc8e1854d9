'use strict';

require('../common');
const assert = require('assert');
const { inspect } = require('util');

const nested = { a: { b: { c: { d: 1 } } } };
assert.strictEqual(inspect(nested), '{ a: { b: { c: [Object] } } }');
assert.strictEqual(inspect(nested, { depth: 0 }), '{ a: [Object] }');
assert.strictEqual(inspect(nested, { depth: null, compact: false }),
                   '{\n  a: {\n    b: {\n      c: {\n        d: 1\n      }\n    }\n  }\n}');
assert.strictEqual(inspect(nested, { depth: null, breakLength: Infinity, compact: true }),
                   '{ a: { b: { c: { d: 1 } } } }');

const cycle = { name: 'x' };
cycle.self = cycle;
cycle.list = [cycle, { back: cycle }];
assert.strictEqual(inspect(cycle), "<ref *1> {\n  name: 'x',\n  self: [Circular *1],\n" +
  '  list: [ [Circular *1], { back: [Circular *1] } ]\n}');

let deep = {};
for (let i = 0; i < 1e4; i++) deep = { deep };
assert.match(inspect(deep, { depth: Infinity }), /Maximum call stack size exceeded/);

assert.strictEqual(inspect({ b: 1, a: [3, 1] }, { sorted: true }), '{ a: [ 3, 1 ], b: 1 }');
assert.strictEqual(inspect({ get a() { return { x: 1 }; } }, { getters: true }), '{ a: [Getter] { x: 1 } }');
assert.strictEqual(inspect(new Proxy({ a: 1 }, {}), { showProxy: true }), 'Proxy [ { a: 1 }, {} ]');
assert.strictEqual(inspect(Object.defineProperty({}, 'hidden', { value: 1 }), { showHidden: true }), '{ [hidden]: 1 }');
