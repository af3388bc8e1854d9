/*---
description: After a throwing dependency later siblings are not evaluated.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  await import('./bad-parent_FIXTURE.js').then(function() {
    throw new Test262Error('fulfilled');
  }, function(e) { assert.sameValue(e, 'thrown'); });
  assert.sameValue(globalThis.sideEffect, undefined);
});
