/*---
description: The error of the body wins over an error of return().
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var iterable = {
    [Symbol.asyncIterator]: function() { return this; },
    next: async function() { return { value: 1, done: false }; },
    return: async function() { throw new TypeError(); },
  };
  await assert.throwsAsync(RangeError, async function() {
    for await (var v of iterable) throw new RangeError();
  });
});
