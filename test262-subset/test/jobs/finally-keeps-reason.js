/*---
description: finally passes a rejection on, unless it throws itself.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var reason = new Test262Error('a');
  await Promise.reject(reason).finally(function() { return 'ignored'; }).then(function() {
    throw new Error('fulfilled');
  }, function(r) { assert.sameValue(r, reason); });
  var own = new Test262Error('b');
  await Promise.resolve().finally(function() { throw own; }).then(function() {
    throw new Error('fulfilled');
  }, function(r) { assert.sameValue(r, own); });
});
