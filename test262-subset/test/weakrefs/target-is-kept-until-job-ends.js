/*---
description: A target that was made or looked at in a job lives until the job ends.
features: [WeakRef]
---*/

var ref = new WeakRef({});
$262.gc();
assert.sameValue(typeof ref.deref(), 'object');
$262.gc();
assert.sameValue(typeof ref.deref(), 'object');
