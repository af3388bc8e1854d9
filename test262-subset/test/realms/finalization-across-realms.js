/*---
description: A registry accepts targets of another realm.
features: [FinalizationRegistry]
---*/

var other = $262.createRealm().global;
new FinalizationRegistry(function() {}).register(new other.Object(), 1);
