/*---
description: An awaited operand of ** without parentheses is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
async function f() { await 2 ** 2; }
