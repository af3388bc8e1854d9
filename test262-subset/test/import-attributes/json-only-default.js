/*---
description: A JSON module has no other export than default.
includes: [compareArray.js]
flags: [module]
---*/

import * as ns from './data_FIXTURE.json' with { type: 'json' };
assert.compareArray(Object.keys(ns), ['default']);
