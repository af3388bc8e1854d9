/*---
description: Returning an awaited promise settles one job earlier than returning it.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
(async function() { return await Promise.resolve(); })().then(function() { log.push('returned'); });
countTicks(log, 3).then(function() { assert.compareArray(log, [1, 'returned', 2, 3]); }).then($DONE, $DONE);
