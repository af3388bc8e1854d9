/*---
description: Atomics.wait in an agent with another value ends with not-equal.
includes: [atomicsHelper.js]
---*/

$262.agent.start(`
  $262.agent.receiveBroadcast(function(buffer) {
    $262.agent.report(Atomics.wait(new Int32Array(buffer), 0, 42));
    $262.agent.leaving();
  });
`);
$262.agent.broadcast(new SharedArrayBuffer(4));
assert.sameValue($262.agent.getReportBlocking(), 'not-equal');
