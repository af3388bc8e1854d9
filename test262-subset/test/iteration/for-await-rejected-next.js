/*---
description: A rejected next() is thrown and return() is not called.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var closed = false;
  var iterable = {
    [Symbol.asyncIterator]: function() { return this; },
    next: async function() { throw new RangeError(); },
    return: function() { closed = true; return {}; },
  };
  await assert.throwsAsync(RangeError, async function() { for await (var v of iterable); });
  assert.sameValue(closed, false);
});
