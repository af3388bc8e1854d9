/*---
description: The value of a static attribute must be a string literal.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
import './data_FIXTURE.json' with { type: json };
