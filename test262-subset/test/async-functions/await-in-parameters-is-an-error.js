/*---
description: await in the parameters of an async function is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
async function f(a = await 1) {}
