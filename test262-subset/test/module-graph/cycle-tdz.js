/*---
description: A const of a cycle that is not evaluated yet throws a ReferenceError.
flags: [module]
---*/

import { caught } from './cycle/tdz-one_FIXTURE.js';
assert.sameValue(caught, 'ReferenceError');
