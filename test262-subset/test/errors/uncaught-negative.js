/*---
description: An error that a script does not catch ends it.
negative:
  phase: runtime
  type: RangeError
---*/

throw new RangeError();
