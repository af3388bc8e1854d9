/*---
description: Function declarations of a cycle can be called before their module is evaluated.
flags: [module]
---*/

import { early } from './cycle/one_FIXTURE.js';
assert.sameValue(early, 'from one');
