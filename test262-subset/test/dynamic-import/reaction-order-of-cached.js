/*---
description: import() of evaluated modules fulfils in the order of the calls.
includes: [asyncHelpers.js, compareArray.js]
flags: [async]
---*/

asyncTest(async function() {
  await import('./module_FIXTURE.js');
  await import('./counter_FIXTURE.js');
  var log = [];
  await Promise.all([
    import('./module_FIXTURE.js').then(function() { log.push(1); }),
    import('./counter_FIXTURE.js').then(function() { log.push(2); }),
  ]);
  assert.compareArray(log, [1, 2]);
});
