/*---
description: import() is no assignment target.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
import('./module_FIXTURE.js') = 1;
