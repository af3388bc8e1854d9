/*---
description: A throwing constructor getter makes await throw synchronously inside the function.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var p = Promise.resolve();
  Object.defineProperty(p, 'constructor', { get: function() { throw new RangeError(); } });
  await assert.throwsAsync(RangeError, async function() { await p; });
});
