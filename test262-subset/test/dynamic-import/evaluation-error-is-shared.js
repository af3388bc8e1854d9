/*---
description: Every import() of a module that threw rejects with the same error.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var errors = [];
  for (var i = 0; i < 2; i++) await import('./throws_FIXTURE.js').catch(function(e) { errors.push(e); });
  assert.sameValue(errors.length, 2);
  assert.sameValue(errors[0], errors[1]);
  assert.sameValue(globalThis.throwsCounter, 1);
});
