/*---
description: import() works inside a direct eval.
flags: [async]
---*/

eval("import('./module_FIXTURE.js')").then(function(ns) {
  assert.sameValue(ns.value, 1);
}).then($DONE, $DONE);
