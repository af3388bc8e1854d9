/*---
description: import.meta in an eval inside a module is a SyntaxError.
flags: [module]
---*/

assert.throws(SyntaxError, () => eval('import.meta'));
assert.throws(SyntaxError, () => new Function('import.meta'));
