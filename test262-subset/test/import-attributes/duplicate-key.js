/*---
description: A repeated attribute key is an early error.
flags: [module]
negative:
  phase: parse
  type: SyntaxError
---*/

$DONOTEVALUATE();
import './data_FIXTURE.json' with { type: 'json', 'type': 'json' };
