/*---
description: Importing a name that does not exist is a SyntaxError.
flags: [module]
negative:
  phase: resolution
  type: SyntaxError
---*/

$DONOTEVALUATE();
import { absent } from './names_FIXTURE.js';
