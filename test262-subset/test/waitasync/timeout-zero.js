/*---
description: A timeout of 0 gives timed-out at once.
features: [Atomics.waitAsync]
---*/

var cell = new Int32Array(new SharedArrayBuffer(4));
var result = Atomics.waitAsync(cell, 0, 0, 0);
assert.sameValue(result.async, false);
assert.sameValue(result.value, 'timed-out');
