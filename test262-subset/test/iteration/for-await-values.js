/*---
description: for await awaits each value of a synchronous iterable.
includes: [asyncHelpers.js, compareArray.js]
flags: [async]
---*/

asyncTest(async function() {
  var out = [];
  for await (var v of [1, Promise.resolve(2), { then: function(r) { r(3); } }]) out.push(v);
  assert.compareArray(out, [1, 2, 3]);
});
