/*---
description: export * passes names on, without default.
flags: [module]
---*/

import * as ns from './star_FIXTURE.js';
assert.sameValue('default' in ns, false);
assert.sameValue(ns.a, 2);
