/*---
description: Promise.all fulfils in the job in which its last member does.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var log = [];
Promise.all([1, Promise.resolve(2), { then: function(r) { r(3); } }]).then(function(values) {
  log.push(values.join());
});
countTicks(log, 5).then(function() {
  assert.compareArray(log, [1, 2, '1,2,3', 3, 4, 5]);
}).then($DONE, $DONE);
