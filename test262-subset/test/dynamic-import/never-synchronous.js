/*---
description: import() does not evaluate a module before the script has ended.
flags: [async]
---*/

var before = globalThis.evaluatedCounter;
import('./counter_FIXTURE.js').then(function() {
  assert.sameValue(globalThis.evaluatedCounter, 1);
}).then($DONE, $DONE);
assert.sameValue(before, undefined);
assert.sameValue(globalThis.evaluatedCounter, undefined);
