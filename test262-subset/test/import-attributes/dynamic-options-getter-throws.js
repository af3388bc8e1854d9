/*---
description: A throwing getter of the options rejects.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  await assert.throwsAsync(RangeError, function() {
    return import('./plain_FIXTURE.js', { get with() { throw new RangeError(); } });
  });
});
