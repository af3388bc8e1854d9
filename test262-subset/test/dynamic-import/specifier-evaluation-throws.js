/*---
description: A throw while evaluating the operand is thrown, not rejected.
---*/

assert.throws(RangeError, function() { import((function() { throw new RangeError(); })()); });
