/*---
description: Two agents receive one broadcast and count together.
includes: [atomicsHelper.js]
---*/

for (var i = 0; i < 2; i++) {
  $262.agent.start(`
    $262.agent.receiveBroadcast(function(buffer) {
      var cell = new Int32Array(buffer);
      for (var i = 0; i < 1000; i++) Atomics.add(cell, 0, 1);
      $262.agent.report('counted');
      $262.agent.leaving();
    });
  `);
}
var cell = new Int32Array(new SharedArrayBuffer(4));
$262.agent.broadcast(cell.buffer);
$262.agent.getReportBlocking();
$262.agent.getReportBlocking();
assert.sameValue(Atomics.load(cell, 0), 2000);
