/*---
description: In a script, await is an identifier outside of async functions.
---*/

var await = 3;
function f(x) { return x + await; }
assert.sameValue(f(1), 4);
