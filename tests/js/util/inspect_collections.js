'use strict';

require('../common');
const assert = require('assert');
const { inspect } = require('util');

class Base {}
class Derived extends Map {}

const cases = [
  [[1, , 3, , ,], '[ 1, <1 empty item>, 3, <2 empty items> ]'],
  [Object.assign([1], { 'x': 2, '-1': 3 }), "[ 1, x: 2, '-1': 3 ]"],
  [new Map([[{ a: 1 }, new Set([1])]]), 'Map(1) { { a: 1 } => Set(1) { 1 } }'],
  [new Derived([[1, 2]]), 'Derived(1) [Map] { 1 => 2 }'],
  [new Map([[1, 2]]).entries(), '[Map Entries] { [ 1, 2 ] }'],
  [new Set([1]).values(), '[Set Iterator] { 1 }'],
  [new WeakSet(), 'WeakSet { <items unknown> }'],
  [new Uint8Array(2), 'Uint8Array(2) [ 0, 0 ]'],
  [new BigInt64Array(1), 'BigInt64Array(1) [ 0n ]'],
  [new ArrayBuffer(2), 'ArrayBuffer { [Uint8Contents]: <00 00>, [byteLength]: 2 }'],
  [Promise.resolve(3), 'Promise { 3 }'],
  [new Promise(() => {}), 'Promise { <pending> }'],
  [(function() { return arguments; })(1), "[Arguments] { '0': 1 }"],
  [Object.create(null), '[Object: null prototype] {}'],
  [Object.setPrototypeOf([1], null), '[Array(1): null prototype] [ 1 ]'],
  [new Base(), 'Base {}'],
  [Object.create(Base.prototype), 'Base {}'],
  [{ get a() { return 1; }, set a(v) {}, get b() { return 1; }, set c(v) {} },
   '{ a: [Getter/Setter], b: [Getter], c: [Setter] }'],
  [{ [Symbol('s')]: 1, 'a-b': 2, '__proto__x': 3 }, "{ 'a-b': 2, __proto__x: 3, Symbol(s): 1 }"],
];
for (const [value, expected] of cases) assert.strictEqual(inspect(value), expected);

const rejected = Promise.reject(new Error('no'));
rejected.catch(() => {});
assert.match(inspect(rejected), /^Promise \{\n {2}<rejected> Error: no\n/);

// More than six elements are set in columns.
assert.strictEqual(inspect(Array.from({ length: 101 }, (_, i) => i)).split('\n')[1],
                   '   0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11,');
assert.strictEqual(inspect(new Array(3), { maxArrayLength: 0 }), '[ ... 3 more items ]');
