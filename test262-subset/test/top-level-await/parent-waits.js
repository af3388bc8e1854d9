/*---
description: A parent runs after the awaits of its child.
flags: [module]
---*/

import { value } from './slow_FIXTURE.js';
assert.sameValue(value, 'complete');
