/*---
description: The method next is read once.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var reads = 0;
  var left = 3;
  var iterable = {
    [Symbol.asyncIterator]: function() { return this; },
    get next() {
      reads += 1;
      return async function() { return { value: left, done: left-- === 0 }; };
    },
  };
  for await (var v of iterable);
  assert.sameValue(reads, 1);
});
