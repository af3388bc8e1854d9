/*---
description: yield awaits its operand.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  async function* g() { yield Promise.resolve('v'); }
  assert.sameValue((await g().next()).value, 'v');
});
