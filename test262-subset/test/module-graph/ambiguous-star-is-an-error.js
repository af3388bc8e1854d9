/*---
description: Importing a name that two star exports provide is a SyntaxError.
flags: [module]
negative:
  phase: resolution
  type: SyntaxError
---*/

$DONOTEVALUATE();
import { same } from './ambiguous_FIXTURE.js';
