/*---
description: A reaction that returns a thenable adopts it.
flags: [async]
---*/

Promise.resolve().then(function() {
  return { then: function(resolve) { resolve('adopted'); } };
}).then(function(value) { assert.sameValue(value, 'adopted'); }).then($DONE, $DONE);
