/*---
description: evalScript of a realm evaluates there and gives the completion value.
---*/

var realm = $262.createRealm();
assert.sameValue(realm.evalScript('var x = 20; x + 1'), 21);
assert.sameValue(realm.global.x, 20);
assert.sameValue(typeof x, 'undefined');
