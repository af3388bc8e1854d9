/*---
description: catch passes a value on after one job.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
Promise.resolve('v').catch(function() {}).then(function(value) { log.push(value); });
countTicks(log, 2).then(function() { assert.compareArray(log, [1, 'v', 2]); }).then($DONE, $DONE);
