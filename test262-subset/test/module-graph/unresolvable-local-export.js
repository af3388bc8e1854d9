/*---
description: Exporting an undeclared name is an early error.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
export { nowhere };
