/*---
description: A thenable that throws after it resolved changes nothing.
flags: [async]
---*/

Promise.resolve({ then: function(resolve) { resolve('value'); throw new Error('late'); } }).then(function(value) {
  assert.sameValue(value, 'value');
}).then($DONE, $DONE);
