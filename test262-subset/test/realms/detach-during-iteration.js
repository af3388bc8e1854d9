/*---
description: Detaching during an iteration of a typed array throws a TypeError at the next step.
includes: [detachArrayBuffer.js]
---*/

var view = new Uint8Array([1, 2, 3]);
var iterator = view.values();
assert.sameValue(iterator.next().value, 1);
$DETACHBUFFER(view.buffer);
assert.throws(TypeError, function() { iterator.next(); });
