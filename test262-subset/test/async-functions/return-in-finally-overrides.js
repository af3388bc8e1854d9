/*---
description: A return in finally overrides a rejection.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var value = await (async function() {
    try { await Promise.reject(1); } finally { return 'kept'; }
  })();
  assert.sameValue(value, 'kept');
});
