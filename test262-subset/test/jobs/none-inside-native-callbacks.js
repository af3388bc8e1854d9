/*---
description: No job runs between the callbacks of a built-in function.
flags: [async]
---*/

var ran = false;
Promise.resolve().then(function() { ran = true; }).then(function() { $DONE(); }, $DONE);
[3, 1, 2].sort(function(a, b) {
  assert.sameValue(ran, false);
  return a - b;
});
'abc'.replace(/./g, function() { assert.sameValue(ran, false); });
