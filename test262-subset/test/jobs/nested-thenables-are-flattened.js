/*---
description: Thenables inside thenables are flattened one job at a time.
flags: [async]
---*/

var inner = { then: function(r) { r('deep'); } };
var outer = { then: function(r) { r(inner); } };
Promise.resolve(outer).then(function(value) { assert.sameValue(value, 'deep'); }).then($DONE, $DONE);
