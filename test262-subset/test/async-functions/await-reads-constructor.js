/*---
description: await reads the property constructor of a promise.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var p = Promise.resolve(1);
  var reads = 0;
  Object.defineProperty(p, 'constructor', { get: function() { reads += 1; return Promise; } });
  await p;
  assert.sameValue(reads, 1);
});
