/*---
description: Reactions of settled promises run in the order in which they were attached.
includes: [compareArray.js]
flags: [async]
---*/

var log = [];
var p = Promise.resolve();
p.then(function() { log.push(1); });
p.then(function() { log.push(2); });
Promise.resolve().then(function() { log.push(3); }).then(function() {
  assert.compareArray(log, [1, 2, 3]);
}).then($DONE, $DONE);
