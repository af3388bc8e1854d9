/*---
description: Promise.any rejects with an AggregateError of all reasons in their order.
includes: [compareArray.js]
flags: [async]
---*/

Promise.any([Promise.reject(1), Promise.reject(2)]).then(function() {
  throw new Test262Error('fulfilled');
}, function(error) {
  assert.sameValue(error.constructor, AggregateError);
  assert.compareArray(error.errors, [1, 2]);
}).then($DONE, $DONE);
