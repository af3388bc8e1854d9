/*---
description: Jobs that jobs queue run before the host does anything else.
flags: [async]
---*/

var log = [];
var depth = 0;
setTimeout(function() {
  assert.sameValue(log.length, 100);
  $DONE();
}, 0);
(function next() {
  if (depth++ < 100) Promise.resolve().then(function() { log.push(depth); next(); });
})();
