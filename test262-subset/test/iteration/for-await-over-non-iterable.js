/*---
description: for await over what is not iterable throws a TypeError.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  await assert.throwsAsync(TypeError, async function() { for await (var v of 1); });
});
