/*---
description: await at the top of a module gives the value.
flags: [module]
---*/

assert.sameValue(await Promise.resolve(1), 1);
assert.sameValue(await 2, 2);
