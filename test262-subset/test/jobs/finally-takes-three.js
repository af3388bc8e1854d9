/*---
description: What follows finally runs three jobs later than without it.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
Promise.resolve().finally(function() { log.push('finally'); }).then(function() { log.push('after'); });
countTicks(log, 5).then(function() {
  assert.compareArray(log, ['finally', 1, 2, 3, 'after', 4, 5]);
}).then($DONE, $DONE);
