/*---
description: HTML-like comments are allowed in scripts.
---*/

var x = 1; <!-- x = 2;
--> x = 3;
assert.sameValue(x, 1);
