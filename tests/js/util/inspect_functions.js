'use strict';

require('../common');
const assert = require('assert');
const { inspect } = require('util');

class A {}
class B extends A {
  static x = 1;
}
const cases = [
  [function named() {}, '[Function: named]'],
  [(() => () => {})(), '[Function (anonymous)]'],
  [async () => {}, '[AsyncFunction (anonymous)]'],
  [function* gen() {}, '[GeneratorFunction: gen]'],
  [async function* agen() {}, '[AsyncGeneratorFunction: agen]'],
  [A, '[class A]'],
  [B, '[class B extends A] { x: 1 }'],
  [(() => class {})(), '[class (anonymous)]'],
  [Object.setPrototypeOf(function f() {}, null), '[Function (null prototype): f]'],
  [Object.assign(() => {}, { p: 1 }), '[Function (anonymous)] { p: 1 }'],
];
for (const [value, expected] of cases) assert.strictEqual(inspect(value), expected);
