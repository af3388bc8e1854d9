/*---
description: An imported binding follows its export.
flags: [module]
---*/

import { count, increment } from './counter_FIXTURE.js';
assert.sameValue(count, 0);
increment();
assert.sameValue(count, 1);
