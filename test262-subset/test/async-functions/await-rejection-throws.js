/*---
description: Awaiting a rejected promise throws its reason at the await.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var reason = {};
  try {
    await Promise.reject(reason);
  } catch (e) {
    assert.sameValue(e, reason);
    return;
  }
  throw new Test262Error('no throw');
});
