/*---
description: import.meta in a script is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
import.meta;
