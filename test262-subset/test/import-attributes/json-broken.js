/*---
description: Broken JSON is a SyntaxError.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  await import('./broken_FIXTURE.json', { with: { type: 'json' } }).then(function() {
    throw new Test262Error('fulfilled');
  }, function(e) { assert.sameValue(e.name, 'SyntaxError'); });
});
