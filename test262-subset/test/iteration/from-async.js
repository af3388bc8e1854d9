/*---
description: Array.fromAsync awaits values and mapped values in order.
includes: [asyncHelpers.js, compareArray.js]
flags: [async]
features: [Array.fromAsync]
---*/

asyncTest(async function() {
  var out = await Array.fromAsync([1, Promise.resolve(2)], async function(v) { return v * 10; });
  assert.compareArray(out, [10, 20]);
});
