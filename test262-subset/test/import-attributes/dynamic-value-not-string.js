/*---
description: An attribute value that is no string rejects with a TypeError.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  await assert.throwsAsync(TypeError, function() { return import('./plain_FIXTURE.js', { with: { type: 1 } }); });
});
