/*---
description: return() before the first next() completes without running the body.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var ran = false;
  async function* g() { ran = true; }
  var it = g();
  var step = await it.return(Promise.resolve('x'));
  assert.sameValue(step.value, 'x');
  assert.sameValue(step.done, true);
  assert.sameValue((await it.next()).done, true);
  assert.sameValue(ran, false);
});
