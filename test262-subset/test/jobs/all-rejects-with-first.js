/*---
description: Promise.all rejects with the first rejection.
flags: [async]
---*/

Promise.all([Promise.reject('a'), Promise.reject('b'), 1]).then(function() {
  throw new Test262Error('fulfilled');
}, function(reason) { assert.sameValue(reason, 'a'); }).then($DONE, $DONE);
