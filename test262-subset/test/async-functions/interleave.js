/*---
description: Two functions that await in loops take turns.
includes: [compareArray.js]
flags: [async]
---*/

var log = [];
async function run(name) { for (var i = 0; i < 3; i++) { log.push(name + i); await null; } }
Promise.all([run('a'), run('b')]).then(function() {
  assert.compareArray(log, ['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
}).then($DONE, $DONE);
