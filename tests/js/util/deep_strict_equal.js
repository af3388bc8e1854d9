'use strict';

require('../common');
const assert = require('assert');
const { isDeepStrictEqual } = require('util');

const equal = [
  [NaN, NaN],
  [{ a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 }],
  [new Set([{ a: 1 }, 2, [3]]), new Set([[3], { a: 1 }, 2])],
  [new Map([[{ k: 1 }, 1], ['x', { v: 1 }]]), new Map([['x', { v: 1 }], [{ k: 1 }, 1]])],
  [new Date(5), new Date(5)],
  [/a/g, /a/g],
  [new Error('m', { cause: 1 }), new Error('m', { cause: 1 })],
  [Object(1n), Object(1n)],
  [[1, , 3], [1, , 3]],
  [new URL('http://a/b'), new URL('http://a/b')],
  [new Float32Array([NaN]), new Float32Array([NaN])],
];
const unequal = [
  [0, -0],
  [{ a: undefined }, {}],
  [[undefined], [,]],
  [{ __proto__: null }, {}],
  [new Set([{ a: 1 }]), new Set([{ a: 2 }])],
  [new Map([[{ k: 1 }, 1]]), new Map([[{ k: 1 }, 2]])],
  [new Date(5), new Date(6)],
  [/a/g, /a/i],
  [new Error('m'), new TypeError('m')],
  [Object(1), Object(2)],
  [{ [Symbol.for('s')]: 1 }, { [Symbol.for('s')]: 2 }],
  [[1], { 0: 1, length: 1 }],
  [new Uint8Array([1]), new Uint16Array([1])],
  [new WeakMap(), new WeakMap()],
];
for (const [a, b] of equal) assert.strictEqual(isDeepStrictEqual(a, b), true);
for (const [a, b] of unequal) assert.strictEqual(isDeepStrictEqual(a, b), false);

const cyclic = () => {
  const object = { list: [] };
  object.list.push(object, new Map([[object, new Set([object])]]));
  return object;
};
assert.strictEqual(isDeepStrictEqual(cyclic(), cyclic()), true);

class Point {
  x = 1;
}
assert.strictEqual(isDeepStrictEqual(new Point(), { x: 1 }), false);
assert.strictEqual(isDeepStrictEqual(new Point(), { x: 1 }, true), true);
