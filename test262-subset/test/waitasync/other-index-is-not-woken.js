/*---
description: notify() wakes waiters of its own index only.
includes: [asyncHelpers.js]
flags: [async]
features: [Atomics.waitAsync]
---*/

asyncTest(async function() {
  var cell = new Int32Array(new SharedArrayBuffer(8));
  var first = Atomics.waitAsync(cell, 0, 0).value;
  var second = Atomics.waitAsync(cell, 1, 0, 20).value;
  assert.sameValue(Atomics.notify(cell, 0), 1);
  assert.sameValue(await first, 'ok');
  assert.sameValue(await second, 'timed-out');
});
