/*---
description: A namespace with an export named then is treated as a thenable.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  assert.sameValue(await import('./thenable_FIXTURE.js'), 'from then');
});
