/*---
description: Awaiting a native promise does not call a replaced own then.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var p = Promise.resolve(1);
  var called = false;
  p.then = function() { called = true; };
  assert.sameValue(await p, 1);
  assert.sameValue(called, false);
});
