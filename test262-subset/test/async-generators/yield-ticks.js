/*---
description: A consumer sees a yielded value one job after the generator yields.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
async function* g() { log.push('start'); yield 1; }
g().next().then(function() { log.push('step'); });
countTicks(log, 3).then(function() {
  assert.compareArray(log, ['start', 1, 'step', 2, 3]);
}).then($DONE, $DONE);
