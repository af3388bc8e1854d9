/*---
description: A with option that is no object rejects with a TypeError.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  for (var value of [null, 1, 'x']) {
    await assert.throwsAsync(TypeError, function() { return import('./plain_FIXTURE.js', { with: value }); });
  }
});
