/*---
description: Another agent wakes an asynchronous wait.
includes: [asyncHelpers.js, atomicsHelper.js]
flags: [async]
features: [Atomics.waitAsync]
---*/

asyncTest(async function() {
  var cell = new Int32Array(new SharedArrayBuffer(8));
  $262.agent.start(`
    $262.agent.receiveBroadcast(function(buffer) {
      var cell = new Int32Array(buffer);
      while (Atomics.notify(cell, 0) === 0) $262.agent.sleep(1);
      $262.agent.report('notified');
      $262.agent.leaving();
    });
  `);
  var wait = Atomics.waitAsync(cell, 0, 0);
  $262.agent.broadcast(cell.buffer);
  assert.sameValue(await wait.value, 'ok');
  assert.sameValue(await $262.agent.getReportAsync(), 'notified');
});
