/*---
description: Top-level declarations of a module do not become global.
flags: [module]
---*/

var onlyHere = 1;
function alsoHere() {}
assert.sameValue('onlyHere' in globalThis, false);
assert.sameValue('alsoHere' in globalThis, false);
