/*---
description: Jobs of two realms run in one queue.
includes: [compareArray.js]
flags: [async]
---*/

var log = [];
var realm = $262.createRealm();
realm.global.log = log;
Promise.resolve().then(function() { log.push(1); });
realm.evalScript('Promise.resolve().then(function() { log.push(2); })');
Promise.resolve().then(function() { log.push(3); }).then(function() {
  assert.compareArray(log, [1, 2, 3]);
}).then($DONE, $DONE);
