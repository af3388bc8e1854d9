/*---
description: Returning a promise settles three jobs later.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
(async function() { return Promise.resolve(); })().then(function() { log.push('returned'); });
countTicks(log, 4).then(function() { assert.compareArray(log, [1, 2, 'returned', 3, 4]); }).then($DONE, $DONE);
