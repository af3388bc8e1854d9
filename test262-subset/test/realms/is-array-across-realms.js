/*---
description: Array.isArray and Error.isError see through realms.
---*/

var other = $262.createRealm().global;
assert.sameValue(Array.isArray(new other.Array()), true);
assert.sameValue(new other.Array() instanceof Array, false);
