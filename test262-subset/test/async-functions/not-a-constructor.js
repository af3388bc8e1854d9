/*---
description: Async functions have no prototype and are no constructors.
---*/

async function f() {}
assert.sameValue(Object.prototype.hasOwnProperty.call(f, 'prototype'), false);
assert.throws(TypeError, function() { new f(); });
