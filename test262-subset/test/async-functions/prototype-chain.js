/*---
description: Async functions inherit from AsyncFunction.prototype.
---*/

var AsyncFunction = (async function() {}).constructor;
assert.sameValue(AsyncFunction.name, 'AsyncFunction');
assert.sameValue(Object.getPrototypeOf(AsyncFunction), Function);
assert.sameValue(AsyncFunction.prototype[Symbol.toStringTag], 'AsyncFunction');
