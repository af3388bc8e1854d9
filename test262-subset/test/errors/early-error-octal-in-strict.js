/*---
description: A legacy octal literal is an early error in strict code.
flags: [onlyStrict]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
010;
