/*---
description: A rejected await of a child rejects the import of its parent.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  await import('./parent-of-rejecting_FIXTURE.js').then(function() {
    throw new Test262Error('fulfilled');
  }, function(e) { assert.sameValue(e, 'rejected at the top'); });
  assert.sameValue(globalThis.parentRan, undefined);
});
