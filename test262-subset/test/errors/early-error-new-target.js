/*---
description: new.target outside of a function is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
new.target;
