/*---
description: import() without an argument is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
import();
