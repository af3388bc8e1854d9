/*---
description: An unreachable target is collected in a later job.
includes: [asyncHelpers.js, gcHelper.js]
flags: [async]
features: [WeakRef]
---*/

asyncTest(async function() {
  var ref = (function() { return new WeakRef({}); })();
  assert.sameValue(await collectUntil(function() { return ref.deref() === undefined; }), true);
});
