/*---
description: for await outside of an async function is an early error in a script.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
for await (var x of []);
