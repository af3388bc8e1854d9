/*---
description: import() returns a native promise.
flags: [async]
---*/

var p = import('./module_FIXTURE.js');
assert.sameValue(p instanceof Promise, true);
p.then(function(ns) { assert.sameValue(ns.value, 1); }).then($DONE, $DONE);
