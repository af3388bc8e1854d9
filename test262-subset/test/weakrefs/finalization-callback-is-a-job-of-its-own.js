/*---
description: A FinalizationRegistry callback runs as a task of the host with the held value.
includes: [asyncHelpers.js, gcHelper.js]
flags: [async]
features: [FinalizationRegistry]
---*/

asyncTest(async function() {
  var held;
  var synchronous = true;
  var registry = new FinalizationRegistry(function(value) {
    assert.sameValue(synchronous, false);
    held = value;
  });
  (function() { registry.register({}, 'held'); })();
  $262.gc();
  assert.sameValue(held, undefined);
  synchronous = false;
  assert.sameValue(await collectUntil(function() { return held === 'held'; }), true);
});
