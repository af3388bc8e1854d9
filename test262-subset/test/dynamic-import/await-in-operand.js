/*---
description: The operand of import() may await.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var ns = await import(await Promise.resolve('./module_FIXTURE.js'));
  assert.sameValue(ns.default, 'default');
});
