/*---
description: An array that is not shared is a TypeError.
features: [Atomics.waitAsync]
---*/

assert.throws(TypeError, function() { Atomics.waitAsync(new Int32Array(1), 0, 0); });
assert.throws(TypeError, function() { Atomics.waitAsync(new Float64Array(new SharedArrayBuffer(8)), 0, 0); });
assert.throws(RangeError, function() { Atomics.waitAsync(new Int32Array(new SharedArrayBuffer(4)), 1, 0); });
