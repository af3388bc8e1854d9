/*---
description: The main agent may block.
flags: [CanBlockIsTrue]
---*/

var cell = new Int32Array(new SharedArrayBuffer(4));
assert.sameValue(Atomics.wait(cell, 0, 0, 1), 'timed-out');
