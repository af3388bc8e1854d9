/*---
description: Options that are no object reject with a TypeError.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  for (var options of [null, 1, 'x', false, Symbol()]) {
    await assert.throwsAsync(TypeError, function() { return import('./plain_FIXTURE.js', options); });
  }
});
