/*---
description: createRealm gives another global object with its own built-ins.
---*/

var other = $262.createRealm().global;
assert.notSameValue(other, globalThis);
assert.notSameValue(other.Array, Array);
assert.sameValue(other.Object.getPrototypeOf(new other.Array()), other.Array.prototype);
