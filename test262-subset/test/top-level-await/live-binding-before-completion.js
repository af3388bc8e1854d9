/*---
description: A cycle sees the binding of an awaiting module as it is at that time.
flags: [module]
---*/

import { seen } from './cycle-slow_FIXTURE.js';
assert.sameValue(seen, 'ReferenceError');
