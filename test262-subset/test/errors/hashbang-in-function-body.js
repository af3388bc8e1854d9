/*---
description: A hashbang is not allowed in a function body.
---*/

assert.throws(SyntaxError, function() { new Function('#!x'); });
