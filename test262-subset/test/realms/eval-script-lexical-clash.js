/*---
description: A script that declares a let twice is a SyntaxError and declares nothing.
---*/

$262.evalScript('let clash = 1;');
assert.throws(SyntaxError, function() { $262.evalScript('var declaredBeforeClash; let clash = 2;'); });
assert.sameValue(typeof declaredBeforeClash, 'undefined');
