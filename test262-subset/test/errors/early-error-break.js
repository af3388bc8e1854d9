/*---
description: break outside of a loop is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
break;
