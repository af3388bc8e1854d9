/*---
description: The host drains jobs after each of its own callbacks.
includes: [compareArray.js]
flags: [async]
---*/

var log = [];
for (var i = 0; i < 2; i++) {
  setTimeout(function(n) {
    log.push('timer' + n);
    Promise.resolve().then(function() { log.push('job' + n); });
  }, 0, i);
}
setTimeout(function() {
  assert.compareArray(log, ['timer0', 'job0', 'timer1', 'job1']);
  $DONE();
}, 0);
