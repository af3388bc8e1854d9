/*---
description: A value that differs gives not-equal at once.
features: [Atomics.waitAsync]
---*/

var cell = new Int32Array(new SharedArrayBuffer(4));
var result = Atomics.waitAsync(cell, 0, 1);
assert.sameValue(result.async, false);
assert.sameValue(result.value, 'not-equal');
