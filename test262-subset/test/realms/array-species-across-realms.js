/*---
description: map on an array of another realm makes an array of the own one.
---*/

var other = $262.createRealm().global;
var result = Array.prototype.map.call(new other.Array(1, 2), function(x) { return x; });
assert.sameValue(result.constructor, Array);
