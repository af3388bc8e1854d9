/*---
description: return outside of a function is an early error in a script.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
return;
