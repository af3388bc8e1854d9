/*---
description: for await prefers Symbol.asyncIterator.
includes: [asyncHelpers.js, compareArray.js]
flags: [async]
---*/

asyncTest(async function() {
  var used = [];
  var iterable = {
    [Symbol.iterator]: function() { used.push('sync'); return [][Symbol.iterator](); },
    [Symbol.asyncIterator]: function() { used.push('async'); return (async function*() {})(); },
  };
  for await (var v of iterable);
  assert.compareArray(used, ['async']);
});
