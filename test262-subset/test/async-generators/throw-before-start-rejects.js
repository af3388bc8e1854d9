/*---
description: throw() before the start rejects and completes the generator.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  async function* g() { yield 1; }
  var it = g();
  var error = new RangeError();
  await assert.throwsAsync(RangeError, function() { return it.throw(error); });
  assert.sameValue((await it.next()).done, true);
});
