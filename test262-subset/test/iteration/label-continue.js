/*---
description: continue to an outer label closes the inner iterator.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var closed = 0;
  function make() {
    return {
      [Symbol.asyncIterator]: function() { return this; },
      next: async function() { return { value: 1, done: false }; },
      return: async function() { closed += 1; return {}; },
    };
  }
  outer: for (var i = 0; i < 3; i++) {
    for await (var v of make()) continue outer;
  }
  assert.sameValue(closed, 3);
});
