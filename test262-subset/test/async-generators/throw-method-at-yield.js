/*---
description: throw() raises its error at the yield.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  async function* g() {
    try { yield 1; } catch (e) { yield 'caught ' + e; }
  }
  var it = g();
  await it.next();
  assert.sameValue((await it.throw('x')).value, 'caught x');
});
