/*---
description: An import declaration inside a block is an early error.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
{ import './names_FIXTURE.js'; }
