/*---
description: In a module, await is no identifier.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
var await;
