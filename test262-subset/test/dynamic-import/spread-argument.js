/*---
description: A spread argument of import() is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
import(...['./module_FIXTURE.js']);
