/*---
description: Importing two bindings of one name is an early error.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
import { a, z as a } from './names_FIXTURE.js';
