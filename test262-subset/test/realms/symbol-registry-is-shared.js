/*---
description: Symbol.for and well-known symbols are shared by all realms.
---*/

var other = $262.createRealm().global;
assert.sameValue(other.Symbol.for('x'), Symbol.for('x'));
assert.sameValue(other.Symbol.iterator, Symbol.iterator);
