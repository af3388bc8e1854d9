/*---
description: import() works in code compiled by the Function constructor.
flags: [async]
features: [dynamic-import]
---*/

var p = new Function("return import('./absent_FIXTURE.js')")();
assert.sameValue(p instanceof Promise, true);
p.then(function() { $DONE('fulfilled'); }, function() { $DONE(); });
