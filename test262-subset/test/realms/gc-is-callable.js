/*---
description: $262.gc collects without harm.
---*/

assert.sameValue(typeof $262.gc, 'function');
$262.gc();
