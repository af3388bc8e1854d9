/*---
description: monotonicNow does not go back.
---*/

var a = $262.agent.monotonicNow();
$262.agent.sleep(2);
assert.sameValue($262.agent.monotonicNow() > a, true);
