/*---
description: BigInt64Array works too.
includes: [asyncHelpers.js]
flags: [async]
features: [Atomics.waitAsync]
---*/

asyncTest(async function() {
  var cell = new BigInt64Array(new SharedArrayBuffer(8));
  var wait = Atomics.waitAsync(cell, 0, 0n);
  Atomics.store(cell, 0, 5n);
  Atomics.notify(cell, 0);
  assert.sameValue(await wait.value, 'ok');
});
