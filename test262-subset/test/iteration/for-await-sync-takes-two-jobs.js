/*---
description: Each value of a synchronous iterable costs two jobs.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
(async function() {
  for await (var v of ['a', 'b']) log.push(v);
})();
countTicks(log, 6).then(function() {
  assert.compareArray(log, [1, 'a', 2, 3, 'b', 4, 5, 6]);
}).then($DONE, $DONE);
