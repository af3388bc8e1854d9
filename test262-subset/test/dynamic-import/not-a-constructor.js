/*---
description: new import() is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
new import('./module_FIXTURE.js');
