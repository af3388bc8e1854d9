/*---
description: An agent's reports arrive in order as strings.
includes: [asyncHelpers.js, atomicsHelper.js]
flags: [async]
---*/

$262.agent.start(`
  $262.agent.report(1);
  $262.agent.report('two');
  $262.agent.leaving();
`);
asyncTest(async function() {
  assert.sameValue(await $262.agent.getReportAsync(), '1');
  assert.sameValue(await $262.agent.getReportAsync(), 'two');
});
