/*---
description: An import declaration in a script is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
import './names_FIXTURE.js';
