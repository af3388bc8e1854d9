/*---
description: return awaits its operand.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  async function* g() { return Promise.resolve('r'); }
  var step = await g().next();
  assert.sameValue(step.value, 'r');
  assert.sameValue(step.done, true);
});
