/*---
description: No job runs before the script has ended.
flags: [async]
---*/

var ran = false;
Promise.resolve().then(function() { ran = true; }).then(function() { $DONE(); }, $DONE);
for (var i = 0; i < 1000; i++) assert.sameValue(ran, false);
