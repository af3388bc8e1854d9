/*---
description: Exporting one name twice is an early error.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
export const a = 1;
export { a };
