/*---
description: A return in finally replaces the value of return().
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  async function* g() { try { yield 1; } finally { return 'own'; } }
  var it = g();
  await it.next();
  assert.sameValue((await it.return('given')).value, 'own');
});
