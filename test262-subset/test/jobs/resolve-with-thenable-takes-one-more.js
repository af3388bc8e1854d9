/*---
description: Resolving with a thenable that settles at once costs one job more than with a value.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
new Promise(function(resolve) {
  resolve({ then: function(fulfil) { fulfil(); } });
}).then(function() { log.push('thenable'); });
countTicks(log, 3).then(function() {
  assert.compareArray(log, [1, 'thenable', 2, 3]);
}).then($DONE, $DONE);
