/*---
description: Awaiting a settled native promise resumes after one job.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
countTicks(log, 3).then(function() { assert.compareArray(log, [1, 'awaited', 2, 3]); }).then($DONE, $DONE);
(async function() { await Promise.resolve(); log.push('awaited'); })();
