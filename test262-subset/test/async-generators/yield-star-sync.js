/*---
description: yield* over a synchronous iterable awaits its values.
includes: [asyncHelpers.js, compareArray.js]
flags: [async]
---*/

asyncTest(async function() {
  async function* g() { yield* [Promise.resolve('a'), 'b']; }
  var out = [];
  for await (var v of g()) out.push(v);
  assert.compareArray(out, ['a', 'b']);
});
