/*---
description: break awaits the iterator's return().
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var closed = false;
  var iterable = {
    [Symbol.asyncIterator]: function() { return this; },
    next: async function() { return { value: 1, done: false }; },
    return: async function() { await null; closed = true; return {}; },
  };
  for await (var v of iterable) break;
  assert.sameValue(closed, true);
});
