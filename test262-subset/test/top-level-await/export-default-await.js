/*---
description: A default export may await.
flags: [module]
---*/

import value from './default-await_FIXTURE.js';
assert.sameValue(value, 42);
