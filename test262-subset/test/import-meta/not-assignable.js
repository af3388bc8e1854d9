/*---
description: import.meta is no assignment target.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
import.meta = 1;
