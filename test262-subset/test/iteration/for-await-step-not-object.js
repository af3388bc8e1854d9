/*---
description: A step that is no object is a TypeError.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var iterable = { [Symbol.asyncIterator]: function() { return { next: async function() { return 1; } }; } };
  await assert.throwsAsync(TypeError, async function() { for await (var v of iterable); });
});
