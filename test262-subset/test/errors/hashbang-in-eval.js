/*---
description: A hashbang is allowed at the start of an eval.
---*/

assert.sameValue(eval('#!x\n1'), 1);
assert.throws(SyntaxError, function() { eval(' #!x\n1'); });
