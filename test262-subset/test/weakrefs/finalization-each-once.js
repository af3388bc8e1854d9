/*---
description: Every registered target is reported once.
includes: [asyncHelpers.js, gcHelper.js]
flags: [async]
features: [FinalizationRegistry]
---*/

asyncTest(async function() {
  var held = [];
  var registry = new FinalizationRegistry(function(value) { held.push(value); });
  (function() { for (var i = 0; i < 5; i++) registry.register({}, i); })();
  assert.sameValue(await collectUntil(function() { return held.length === 5; }), true);
  assert.sameValue(held.sort().join(), '0,1,2,3,4');
});
