/*---
description: An agent may wait asynchronously.
includes: [atomicsHelper.js]
features: [Atomics.waitAsync]
---*/

$262.agent.start(`
  $262.agent.receiveBroadcast(async function(buffer) {
    var cell = new Int32Array(buffer);
    var wait = Atomics.waitAsync(cell, 0, 0);
    $262.agent.report(await wait.value);
    $262.agent.leaving();
  });
`);
var cell = new Int32Array(new SharedArrayBuffer(4));
$262.agent.broadcast(cell.buffer);
while (Atomics.notify(cell, 0) === 0) $262.agent.sleep(1);
assert.sameValue($262.agent.getReportBlocking(), 'ok');
