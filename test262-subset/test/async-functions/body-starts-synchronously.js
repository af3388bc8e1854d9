/*---
description: The body runs synchronously up to its first await.
includes: [compareArray.js]
flags: [async]
---*/

var log = [];
async function f() { log.push(1); await null; log.push(3); }
var p = f();
log.push(2);
p.then(function() { assert.compareArray(log, [1, 2, 3]); }).then($DONE, $DONE);
