/*---
description: return() waits for the requests queued before it.
includes: [asyncHelpers.js, compareArray.js]
flags: [async]
---*/

asyncTest(async function() {
  var log = [];
  async function* g() { await null; yield 'a'; yield 'b'; }
  var it = g();
  await Promise.all([
    it.next().then(function(r) { log.push(r.value); }),
    it.return('r').then(function(r) { log.push(r.value); }),
    it.next().then(function(r) { log.push(r.done); }),
  ]);
  assert.compareArray(log, ['a', 'r', true]);
});
