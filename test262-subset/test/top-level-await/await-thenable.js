/*---
description: Top-level await adopts a thenable.
flags: [module]
---*/

assert.sameValue(await { then: (resolve) => resolve('t') }, 't');
