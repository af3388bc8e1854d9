/*---
description: yield in the parameters of an async generator is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
async function* g(a = yield) {}
