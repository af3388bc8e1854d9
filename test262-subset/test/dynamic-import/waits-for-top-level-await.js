/*---
description: import() fulfils only after the module's top-level await.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var ns = await import('./slow_FIXTURE.js');
  assert.sameValue(ns.value, 'complete');
});
