/*---
description: A throw in the executor rejects, unless the promise was resolved before.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var error = new Test262Error();
  await new Promise(function() { throw error; }).then(function() {
    throw new Error('fulfilled');
  }, function(e) { assert.sameValue(e, error); });
  assert.sameValue(await new Promise(function(r) { r(1); throw error; }), 1);
});
