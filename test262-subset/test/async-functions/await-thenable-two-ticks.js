/*---
description: Awaiting a thenable calls its then in a job and resumes in the next.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
(async function() {
  await { then: function(r) { log.push('then'); r(); } };
  log.push('awaited');
})();
countTicks(log, 3).then(function() {
  assert.compareArray(log, ['then', 1, 'awaited', 2, 3]);
}).then($DONE, $DONE);
