/*---
description: Unregistered symbols may be weak targets.
features: [symbols-as-weakmap-keys]
---*/

var symbol = Symbol('x');
assert.sameValue(new WeakRef(symbol).deref(), symbol);
assert.sameValue(new WeakMap([[symbol, 1]]).get(symbol), 1);
