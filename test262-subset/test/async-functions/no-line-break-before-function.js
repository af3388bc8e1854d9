/*---
description: A line break after async makes it an identifier.
flags: [noStrict]
---*/

var async = 0;
var f = 1;
async
function f() {}
assert.sameValue(typeof f, 'number');
