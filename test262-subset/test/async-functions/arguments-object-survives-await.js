/*---
description: The arguments object and locals survive an await.
flags: [async]
---*/

(async function(a) {
  var b = 'b';
  await null;
  assert.sameValue(arguments[0], 'a');
  assert.sameValue(a + b, 'ab');
})('a').then($DONE, $DONE);
