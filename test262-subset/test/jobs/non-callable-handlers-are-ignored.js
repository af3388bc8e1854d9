/*---
description: Handlers that cannot be called pass the settlement on.
flags: [async]
---*/

Promise.resolve(1).then(2, 3).then(null, {}).then(function(value) {
  assert.sameValue(value, 1);
}).then($DONE, $DONE);
