/*---
description: A wait that nobody wakes ends with timed-out.
includes: [asyncHelpers.js]
flags: [async]
features: [Atomics.waitAsync]
---*/

asyncTest(async function() {
  var cell = new Int32Array(new SharedArrayBuffer(4));
  assert.sameValue(await Atomics.waitAsync(cell, 0, 0, 5).value, 'timed-out');
  assert.sameValue(Atomics.notify(cell, 0), 0);
});
