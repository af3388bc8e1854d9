/*---
description: return() at a yield runs the finally block, which may await.
includes: [asyncHelpers.js, compareArray.js]
flags: [async]
---*/

asyncTest(async function() {
  var log = [];
  async function* g() {
    try { yield 1; } finally { await null; log.push('finally'); }
  }
  var it = g();
  await it.next();
  var step = await it.return('r');
  assert.compareArray(log, ['finally']);
  assert.sameValue(step.value, 'r');
});
