/*---
description: Assigning to an imported binding throws a TypeError.
flags: [module]
---*/

import { count } from './counter_FIXTURE.js';
assert.throws(TypeError, () => { count = 2; });
