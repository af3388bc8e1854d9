/*---
description: A WeakMap does not keep its keys alive.
includes: [asyncHelpers.js, gcHelper.js]
flags: [async]
---*/

asyncTest(async function() {
  var map = new WeakMap();
  var ref = (function() {
    var key = {};
    map.set(key, { key: key });
    return new WeakRef(key);
  })();
  assert.sameValue(await collectUntil(function() { return ref.deref() === undefined; }), true);
});
