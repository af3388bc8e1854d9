/*---
description: A return() that gives no object is a TypeError after a break.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var iterable = {
    [Symbol.asyncIterator]: function() { return this; },
    next: async function() { return { value: 1, done: false }; },
    return: async function() { return 1; },
  };
  await assert.throwsAsync(TypeError, async function() {
    for await (var v of iterable) break;
  });
});
