/*---
description: An agent blocked in Atomics.wait is woken by notify.
includes: [atomicsHelper.js]
---*/

$262.agent.start(`
  $262.agent.receiveBroadcast(function(buffer) {
    var cell = new Int32Array(buffer);
    Atomics.store(cell, 1, 1);
    $262.agent.report(Atomics.wait(cell, 0, 0));
    $262.agent.leaving();
  });
`);
var cell = new Int32Array(new SharedArrayBuffer(8));
$262.agent.broadcast(cell.buffer);
while (Atomics.notify(cell, 0) === 0) $262.agent.sleep(1);
assert.sameValue($262.agent.getReportBlocking(), 'ok');
