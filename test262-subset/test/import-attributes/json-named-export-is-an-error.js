/*---
description: Importing a name from a JSON module is a SyntaxError.
flags: [module]
negative:
  phase: resolution
  type: SyntaxError
---*/

$DONOTEVALUATE();
import { number } from './data_FIXTURE.json' with { type: 'json' };
