/*---
description: A constructor of another realm with a broken prototype takes that realm's default.
---*/

var other = $262.createRealm().global;
var C = new other.Function();
C.prototype = null;
assert.sameValue(Object.getPrototypeOf(Reflect.construct(Array, [], C)), other.Array.prototype);
