/*---
description: next() on an object of another kind rejects instead of throwing.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var next = Object.getPrototypeOf(async function*() {}).prototype.next;
  await assert.throwsAsync(TypeError, function() { return next.call({}); });
});
