/*---
description: WeakRef refuses primitives and calls without new.
features: [WeakRef]
---*/

assert.throws(TypeError, function() { new WeakRef(1); });
assert.throws(TypeError, function() { new WeakRef(Symbol.for('x')); });
assert.throws(TypeError, function() { WeakRef({}); });
