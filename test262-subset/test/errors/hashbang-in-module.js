/*---
description: A module may begin with a hashbang.
flags: [module]
---*/

import { ran } from './hashbang_FIXTURE.js';
assert.sameValue(ran, true);
