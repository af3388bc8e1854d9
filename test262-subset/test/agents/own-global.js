/*---
description: An agent has a global object and built-ins of its own.
includes: [atomicsHelper.js]
---*/

globalThis.onlyInMain = 1;
$262.agent.start(`
  $262.agent.report(typeof onlyInMain);
  $262.agent.leaving();
`);
assert.sameValue($262.agent.getReportBlocking(), 'undefined');
