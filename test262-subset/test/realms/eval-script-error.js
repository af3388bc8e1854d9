/*---
description: An error of evalScript is thrown to its caller.
---*/

assert.throws(SyntaxError, function() { $262.evalScript('var = 1'); });
assert.throws(RangeError, function() { $262.evalScript('throw new RangeError()'); });
