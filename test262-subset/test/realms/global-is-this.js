/*---
description: $262.global is the global object.
---*/

assert.sameValue($262.global, globalThis);
