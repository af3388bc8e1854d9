/*---
description: Awaiting a value resumes after one job.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
(async function() { await 1; log.push('awaited'); })();
countTicks(log, 2).then(function() { assert.compareArray(log, ['awaited', 1, 2]); }).then($DONE, $DONE);
