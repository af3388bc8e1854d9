/*---
description: An early error anywhere prevents any execution.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
let a; let a;
