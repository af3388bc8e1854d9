/*---
description: await binds like a unary operator.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  assert.sameValue(await 2 + 1, 3);
  assert.sameValue(-await 2, -2);
  assert.sameValue((await 2) ** 3, 8);
});
