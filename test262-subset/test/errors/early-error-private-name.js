/*---
description: An undeclared private name is an early error.
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
class C { m() { return this.#absent; } }
