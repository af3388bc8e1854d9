/*---
description: import() may be the operand of any unary operator.
---*/

assert.sameValue(typeof import('./module_FIXTURE.js'), 'object');
assert.sameValue(void import('./module_FIXTURE.js'), undefined);
