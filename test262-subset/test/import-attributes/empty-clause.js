/*---
description: An empty with clause is allowed.
flags: [module]
---*/

import * as ns from './plain_FIXTURE.js' with {};
export * from './plain_FIXTURE.js' with {};
assert.sameValue(ns.plain, 1);
