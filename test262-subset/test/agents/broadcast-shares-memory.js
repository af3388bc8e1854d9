/*---
description: A broadcast buffer is shared, not copied.
includes: [atomicsHelper.js]
---*/

$262.agent.start(`
  $262.agent.receiveBroadcast(function(buffer, number) {
    Atomics.store(new Int32Array(buffer), 0, number);
    $262.agent.report('stored');
    $262.agent.leaving();
  });
`);
var cell = new Int32Array(new SharedArrayBuffer(4));
$262.agent.broadcast(cell.buffer, 7);
assert.sameValue($262.agent.getReportBlocking(), 'stored');
assert.sameValue(Atomics.load(cell, 0), 7);
