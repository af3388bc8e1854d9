/*---
description: import.meta is an ordinary, extensible object, the same one each time.
flags: [module]
---*/

assert.sameValue(typeof import.meta, 'object');
assert.sameValue(import.meta, import.meta);
assert.sameValue(Object.isExtensible(import.meta), true);
assert.sameValue((() => import.meta)(), import.meta);
