/*---
description: A rejected value of a synchronous iterator is thrown.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  await assert.throwsAsync(RangeError, async function() {
    for await (var v of [Promise.reject(new RangeError())]);
  });
});
