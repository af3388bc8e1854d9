/*---
description: await in a static block is an early error.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
class C { static { await 1; } }
