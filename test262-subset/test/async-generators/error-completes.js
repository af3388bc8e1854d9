/*---
description: After an error the generator is done.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  async function* g() { throw new RangeError(); }
  var it = g();
  await assert.throwsAsync(RangeError, function() { return it.next(); });
  assert.sameValue((await it.next()).done, true);
});
