/*---
description: An unregistered target is not reported.
includes: [asyncHelpers.js, gcHelper.js, compareArray.js]
flags: [async]
features: [FinalizationRegistry]
---*/

asyncTest(async function() {
  var held = [];
  var token = {};
  var registry = new FinalizationRegistry(function(value) { held.push(value); });
  (function() {
    registry.register({}, 'never', token);
    registry.register({}, 'always');
  })();
  assert.sameValue(registry.unregister(token), true);
  assert.sameValue(registry.unregister(token), false);
  assert.sameValue(await collectUntil(function() { return held.length > 0; }), true);
  assert.compareArray(held, ['always']);
});
