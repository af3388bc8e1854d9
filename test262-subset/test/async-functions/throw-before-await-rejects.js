/*---
description: A throw before the first await rejects instead of throwing.
flags: [async]
---*/

var p = (async function() { throw new RangeError(); })();
p.then(function() { throw new Test262Error('fulfilled'); }, function(e) {
  assert.sameValue(e.constructor, RangeError);
}).then($DONE, $DONE);
