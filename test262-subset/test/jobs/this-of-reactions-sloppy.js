/*---
description: In sloppy mode reactions see the global object as this.
flags: [noStrict, async]
---*/

Promise.resolve().then(function() {
  assert.sameValue(this, globalThis);
}).then($DONE, $DONE);
