/*---
description: deref() gives the target while something else refers to it.
features: [WeakRef]
---*/

var target = {};
var ref = new WeakRef(target);
$262.gc();
assert.sameValue(ref.deref(), target);
