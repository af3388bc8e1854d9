/*---
description: throw() into yield* of an iterator without throw closes it and is a TypeError.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var closed = 0;
  var iterable = {
    [Symbol.asyncIterator]: function() { return this; },
    next: function() { return { value: 1, done: false }; },
    return: function() { closed += 1; return {}; },
  };
  async function* g() { yield* iterable; }
  var it = g();
  await it.next();
  await assert.throwsAsync(TypeError, function() { return it.throw('x'); });
  assert.sameValue(closed, 1);
});
