/*---
description: Promise jobs of a finalization callback run in the drain after it.
includes: [asyncHelpers.js, gcHelper.js, compareArray.js]
flags: [async]
features: [FinalizationRegistry]
---*/

asyncTest(async function() {
  var log = [];
  var registry = new FinalizationRegistry(function() {
    log.push('callback');
    Promise.resolve().then(function() { log.push('job'); });
  });
  (function() { registry.register({}, 0); })();
  assert.sameValue(await collectUntil(function() { return log.length > 1; }), true);
  assert.compareArray(log, ['callback', 'job']);
});
