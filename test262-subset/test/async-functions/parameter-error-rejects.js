/*---
description: An error in a default parameter rejects.
flags: [async]
---*/

var p = (async function(a = (function() { throw new RangeError(); })()) {})();
p.then(function() { throw new Test262Error('fulfilled'); }, function(e) {
  assert.sameValue(e.constructor, RangeError);
}).then($DONE, $DONE);
