/*---
description: import() of one specifier gives one namespace and evaluates once.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var a = await import('./counter_FIXTURE.js');
  var b = await import('./counter_FIXTURE.js');
  assert.sameValue(a, b);
  assert.sameValue(globalThis.evaluatedCounter, 1);
});
