/*---
description: for await works at the top of a module.
flags: [module]
---*/

const out = [];
for await (const value of [1, Promise.resolve(2)]) out.push(value);
assert.sameValue(out.join(), '1,2');
