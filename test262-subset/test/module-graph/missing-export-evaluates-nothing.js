/*---
description: An unresolvable import keeps the whole graph from being evaluated.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  await import('./links-badly_FIXTURE.js').then(function() {
    throw new Test262Error('fulfilled');
  }, function(e) { assert.sameValue(e.name, 'SyntaxError'); });
  assert.sameValue(globalThis.sideEffect, undefined);
});
