/*---
description: The option cause becomes an own, non-enumerable property.
---*/

var error = new Error('x', { cause: 1 });
assert.sameValue(error.cause, 1);
assert.sameValue(Object.keys(error).length, 0);
assert.sameValue('cause' in new Error('x', {}), false);
