/*---
description: AsyncFunction compiles a body with await.
flags: [async]
---*/

var AsyncFunction = (async function() {}).constructor;
new AsyncFunction('a', 'return await a')(Promise.resolve(4)).then(function(v) {
  assert.sameValue(v, 4);
}).then($DONE, $DONE);
