/*---
description: A wait's reaction runs after the jobs queued before the notification was delivered.
includes: [asyncHelpers.js, compareArray.js]
flags: [async]
features: [Atomics.waitAsync]
---*/

asyncTest(async function() {
  var cell = new Int32Array(new SharedArrayBuffer(4));
  var log = [];
  var wait = Atomics.waitAsync(cell, 0, 0).value.then(function() { log.push('woken'); });
  Atomics.notify(cell, 0);
  Promise.resolve().then(function() { log.push('job'); });
  await wait;
  assert.compareArray(log, ['job', 'woken']);
});
