/*---
description: The intrinsic objects of async generators are linked as specified.
---*/

var AsyncGeneratorFunction = Object.getPrototypeOf(async function*() {}).constructor;
assert.sameValue(AsyncGeneratorFunction.name, 'AsyncGeneratorFunction');
async function* g() {}
assert.sameValue(Object.getPrototypeOf(g()), g.prototype);
assert.sameValue(g()[Symbol.asyncIterator]() !== undefined, true);
