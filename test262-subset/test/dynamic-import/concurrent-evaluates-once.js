/*---
description: Concurrent import() of one module evaluates it once.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  await Promise.all([1, 2, 3].map(function() { return import('./counter_FIXTURE.js'); }));
  assert.sameValue(globalThis.evaluatedCounter, 1);
});
