'use strict';

require('../common');
const assert = require('assert');

// Loosely, primitives are compared with ==, and neither prototypes nor symbols count.
assert.deepEqual([1, '2', true, null], ['1', 2, 1, undefined]);
assert.deepEqual({ __proto__: null, a: 1 }, { a: 1, [Symbol('s')]: 1 });
assert.deepEqual(new Set([1, '2', { a: 1 }]), new Set(['1', 2, { a: '1' }]));
assert.deepEqual(new Map([[1, 'a'], [null, 1]]), new Map([['1', 'a'], [undefined, 1]]));
assert.deepEqual(NaN, NaN);
assert.deepEqual(0, -0);
assert.notDeepEqual([1], ['a']);
assert.notDeepEqual(new Date(1), {});
assert.notDeepEqual(new Set([1, 2]), new Set([1, 3]));
assert.notDeepEqual([], {});

// Partially, the first may have more.
assert.partialDeepStrictEqual({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3 } });
assert.partialDeepStrictEqual([1, 2, 3, 4], [2, 4]);
assert.partialDeepStrictEqual(new Set([{ a: 1 }, { b: 2, c: 3 }]), new Set([{ b: 2 }]));
assert.partialDeepStrictEqual(new Map([['a', { x: 1, y: 2 }], ['b', 1]]), new Map([['a', { y: 2 }]]));
assert.partialDeepStrictEqual(new Error('m', { cause: 1 }), new Error('m'));
assert.partialDeepStrictEqual(new Uint8Array([1, 2, 3]), new Uint8Array([1, 3]));
for (const [actual, expected] of [
  [[1, 2], [2, 1]],
  [{ a: 1 }, { a: 1, b: 2 }],
  [new Set([1]), new Set([1, 2])],
  [{ a: [1] }, { a: { 0: 1 } }],
]) {
  assert.throws(() => assert.partialDeepStrictEqual(actual, expected), assert.AssertionError);
}
