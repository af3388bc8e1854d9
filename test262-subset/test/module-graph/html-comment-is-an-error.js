/*---
description: HTML-like comments are not allowed in modules.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
<!-- no comment
