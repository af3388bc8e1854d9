/*---
description: Resolving a promise with itself rejects it with a TypeError.
flags: [async]
---*/

var resolve;
var p = new Promise(function(r) { resolve = r; });
resolve(p);
p.then(function() { throw new Test262Error('fulfilled'); }, function(reason) {
  assert.sameValue(reason.constructor, TypeError);
}).then($DONE, $DONE);
