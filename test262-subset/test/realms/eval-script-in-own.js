/*---
description: evalScript of the own realm declares globals.
---*/

$262.evalScript('var declaredByScript = 1; let lexicalByScript = 2;');
assert.sameValue(declaredByScript, 1);
assert.sameValue(lexicalByScript, 2);
assert.sameValue('lexicalByScript' in globalThis, false);
