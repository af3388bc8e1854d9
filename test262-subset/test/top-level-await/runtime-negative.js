/*---
description: A rejected await fails the module with its error.
flags: [module]
negative:
  phase: runtime
  type: RangeError
---*/

await Promise.reject(new RangeError());
