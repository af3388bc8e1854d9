/*---
description: A reaction attached inside a reaction of the same promise runs after those attached before.
includes: [compareArray.js]
flags: [async]
---*/

var log = [];
var p = Promise.resolve();
p.then(function() {
  log.push(1);
  p.then(function() { log.push(3); });
});
p.then(function() { log.push(2); }).then(function() {
  assert.compareArray(log, [1, 2, 3]);
}).then($DONE, $DONE);
