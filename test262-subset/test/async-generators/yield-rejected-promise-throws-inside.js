/*---
description: Yielding a rejected promise throws at the yield.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  async function* g() {
    try { yield Promise.reject('no'); } catch (e) { yield 'caught ' + e; }
  }
  assert.sameValue((await g().next()).value, 'caught no');
});
