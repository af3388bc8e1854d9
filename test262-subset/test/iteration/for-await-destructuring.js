/*---
description: for await destructures what it awaited.
includes: [asyncHelpers.js, compareArray.js]
flags: [async]
---*/

asyncTest(async function() {
  var out = [];
  for await (var { a, b: [c] } of [Promise.resolve({ a: 1, b: [2] })]) out.push(a, c);
  assert.compareArray(out, [1, 2]);
});
