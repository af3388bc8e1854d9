/*---
description: A module is always strict and its this is undefined.
flags: [module]
---*/

assert.sameValue(this, undefined);
assert.throws(ReferenceError, () => { undeclaredInModule = 1; });
assert.sameValue((function() { return this; })(), undefined);
