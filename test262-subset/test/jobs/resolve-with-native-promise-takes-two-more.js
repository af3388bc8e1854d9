/*---
description: Resolving with a native promise costs two jobs more than with a value.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
new Promise(function(resolve) { resolve(Promise.resolve()); }).then(function() { log.push('promise'); });
countTicks(log, 4).then(function() {
  assert.compareArray(log, [1, 2, 'promise', 3, 4]);
}).then($DONE, $DONE);
