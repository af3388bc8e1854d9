/*---
description: export * as gives a namespace.
flags: [module]
---*/

import { names } from './star-as_FIXTURE.js';
assert.sameValue(names.default, 5);
