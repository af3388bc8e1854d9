/*---
description: Promise.allSettled describes every member.
flags: [async]
---*/

Promise.allSettled([1, Promise.reject(2)]).then(function(results) {
  assert.sameValue(results[0].status, 'fulfilled');
  assert.sameValue(results[0].value, 1);
  assert.sameValue(results[1].status, 'rejected');
  assert.sameValue(results[1].reason, 2);
}).then($DONE, $DONE);
