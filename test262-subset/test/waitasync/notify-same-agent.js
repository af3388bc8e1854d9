/*---
description: The same agent can wake its own wait; the promise settles later.
includes: [asyncHelpers.js]
flags: [async]
features: [Atomics.waitAsync]
---*/

asyncTest(async function() {
  var cell = new Int32Array(new SharedArrayBuffer(4));
  var result = Atomics.waitAsync(cell, 0, 0);
  assert.sameValue(result.async, true);
  assert.sameValue(result.value instanceof Promise, true);
  var settled = false;
  result.value.then(function() { settled = true; });
  assert.sameValue(Atomics.notify(cell, 0), 1);
  assert.sameValue(settled, false);
  assert.sameValue(await result.value, 'ok');
});
