/*---
description: A TypeError thrown by a function of another realm is of that realm.
---*/

var other = $262.createRealm().global;
var f = new other.Function('null.x');
var error;
try { f(); } catch (e) { error = e; }
assert.sameValue(error.constructor, other.TypeError);
