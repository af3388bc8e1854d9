/*---
description: Top-level await works in blocks, conditions, templates and classes' heritage.
flags: [module]
---*/

if (await true) {
  const { a = await 1 } = {};
  assert.sameValue(`${await 'x'}${a}`, 'x1');
}
class Sub extends (await Promise.resolve(Array)) {}
assert.sameValue(new Sub() instanceof Array, true);
assert.sameValue([await 1, await 2].length, 2);
