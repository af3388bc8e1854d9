/*---
description: Awaiting a promise of another realm takes the thenable path.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

var other = $262.createRealm().global;
var log = [];
(async function() { await other.Promise.resolve(); log.push('other'); })();
(async function() { await Promise.resolve(); log.push('own'); })();
countTicks(log, 3).then(function() {
  assert.compareArray(log, ['own', 1, 2, 'other', 3]);
}).then($DONE, $DONE);
