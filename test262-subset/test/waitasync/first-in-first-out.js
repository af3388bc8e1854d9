/*---
description: Waiters are woken in the order in which they waited.
includes: [asyncHelpers.js, compareArray.js]
flags: [async]
features: [Atomics.waitAsync]
---*/

asyncTest(async function() {
  var cell = new Int32Array(new SharedArrayBuffer(4));
  var log = [];
  var all = [1, 2, 3].map(function(n) {
    return Atomics.waitAsync(cell, 0, 0).value.then(function() { log.push(n); });
  });
  assert.sameValue(Atomics.notify(cell, 0, 1), 1);
  await all[0];
  assert.compareArray(log, [1]);
  assert.sameValue(Atomics.notify(cell, 0), 2);
  await Promise.all(all);
  assert.compareArray(log, [1, 2, 3]);
});
