/*---
description: A registry does not keep its unregister tokens alive.
includes: [asyncHelpers.js, gcHelper.js]
flags: [async]
features: [FinalizationRegistry]
---*/

asyncTest(async function() {
  var registry = new FinalizationRegistry(function() {});
  var target = {};
  var ref = (function() {
    var token = {};
    registry.register(target, 0, token);
    return new WeakRef(token);
  })();
  assert.sameValue(await collectUntil(function() { return ref.deref() === undefined; }), true);
  assert.sameValue(typeof target, 'object');
});
