/*---
description: A realm has its own $262.
---*/

var realm = $262.createRealm();
assert.sameValue(realm.global.$262, realm);
var inner = realm.createRealm();
assert.notSameValue(inner.global, realm.global);
