/*---
description: Two importers of a waiting module both wait and it is evaluated once.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  var results = await Promise.all([import('./once_FIXTURE.js'), import('./once-user_FIXTURE.js')]);
  assert.sameValue(results[0].count, 1);
  assert.sameValue(results[1].seen, 1);
});
