/*---
description: Top-level await in a script is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
await 1;
