/*---
description: A deep chain of awaited recursive calls settles.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  async function down(n) { return n === 0 ? 0 : 1 + await down(n - 1); }
  assert.sameValue(await down(500), 500);
});
