/*---
description: A throwing then getter rejects the promise.
flags: [async]
---*/

var error = new Test262Error();
Promise.resolve({ get then() { throw error; } }).then(function() {
  throw new Test262Error('fulfilled');
}, function(reason) {
  assert.sameValue(reason, error);
}).then($DONE, $DONE);
