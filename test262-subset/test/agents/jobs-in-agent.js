/*---
description: An agent drains its promise jobs.
includes: [atomicsHelper.js]
---*/

$262.agent.start(`
  var log = [];
  Promise.resolve().then(function() { log.push(2); }).then(function() {
    $262.agent.report(log.join());
    $262.agent.leaving();
  });
  log.push(1);
`);
assert.sameValue($262.agent.getReportBlocking(), '1,2');
