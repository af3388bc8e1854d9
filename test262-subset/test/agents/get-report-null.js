/*---
description: getReport gives null when there is none.
---*/

assert.sameValue($262.agent.getReport(), null);
