/*---
description: A name that is only re-exported in a circle is a SyntaxError.
flags: [module]
negative:
  phase: resolution
  type: SyntaxError
---*/

$DONOTEVALUATE();
import { loop } from './circle-one_FIXTURE.js';
