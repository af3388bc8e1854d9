/*---
description: await in a plain function of a module is an early error.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
function f() { await 1; }
