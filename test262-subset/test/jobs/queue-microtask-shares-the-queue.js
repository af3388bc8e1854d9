/*---
description: The host's queueMicrotask shares the queue with promise jobs.
includes: [compareArray.js]
flags: [async]
---*/

var log = [];
queueMicrotask(function() { log.push(1); });
Promise.resolve().then(function() { log.push(2); });
queueMicrotask(function() { log.push(3); });
Promise.resolve().then(function() { assert.compareArray(log, [1, 2, 3]); }).then($DONE, $DONE);
