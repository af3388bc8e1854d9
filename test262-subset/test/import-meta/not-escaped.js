/*---
description: meta must not be written with an escape.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
import.m\u0065ta;
