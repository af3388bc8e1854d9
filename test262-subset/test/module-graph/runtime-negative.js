/*---
description: A throw in a module fails it with its error.
flags: [module]
negative:
  phase: runtime
  type: Test262Error
---*/

throw new Test262Error();
