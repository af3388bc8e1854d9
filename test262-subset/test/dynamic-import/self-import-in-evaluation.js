/*---
description: A module that imports itself dynamically gets its own namespace.
flags: [module, async]
---*/

export var x = 1;
import('./self-import-in-evaluation.js').then(function(ns) {
  assert.sameValue(ns.x, 1);
}).then($DONE, $DONE);
