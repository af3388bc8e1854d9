/*---
description: Reactions are called with undefined as this.
flags: [onlyStrict, async]
---*/

Promise.resolve().then(function() {
  assert.sameValue(this, undefined);
}).then($DONE, $DONE);
