/*---
description: import.meta has no prototype.
flags: [module]
---*/

assert.sameValue(Object.getPrototypeOf(import.meta), null);
