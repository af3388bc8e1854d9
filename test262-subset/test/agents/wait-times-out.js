/*---
description: Atomics.wait in an agent ends with timed-out.
includes: [atomicsHelper.js]
---*/

$262.agent.start(`
  $262.agent.receiveBroadcast(function(buffer) {
    $262.agent.report(Atomics.wait(new Int32Array(buffer), 0, 0, 5));
    $262.agent.leaving();
  });
`);
$262.agent.broadcast(new SharedArrayBuffer(4));
assert.sameValue($262.agent.getReportBlocking(), 'timed-out');
