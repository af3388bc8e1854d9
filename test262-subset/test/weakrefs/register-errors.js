/*---
description: register() refuses primitives and a target that is its own held value.
features: [FinalizationRegistry]
---*/

var registry = new FinalizationRegistry(function() {});
var target = {};
assert.throws(TypeError, function() { registry.register(1); });
assert.throws(TypeError, function() { registry.register(Symbol.for('registered')); });
assert.throws(TypeError, function() { registry.register(target, target); });
assert.throws(TypeError, function() { registry.register({}, 0, 1); });
assert.throws(TypeError, function() { new FinalizationRegistry(); });
