/*---
description: A broadcast handler may be asynchronous.
includes: [atomicsHelper.js]
---*/

$262.agent.start(`
  $262.agent.receiveBroadcast(async function(buffer) {
    await null;
    $262.agent.report(buffer.byteLength);
    $262.agent.leaving();
  });
`);
$262.agent.broadcast(new SharedArrayBuffer(12));
assert.sameValue($262.agent.getReportBlocking(), '12');
