/*---
description: Promise.all of nothing is fulfilled at once.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
Promise.all([]).then(function() { log.push('all'); });
countTicks(log, 2).then(function() { assert.compareArray(log, ['all', 1, 2]); }).then($DONE, $DONE);
