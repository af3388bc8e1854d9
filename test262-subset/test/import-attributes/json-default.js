/*---
description: A JSON module exports its value as default.
flags: [module]
features: [import-attributes, json-modules]
---*/

import value from './data_FIXTURE.json' with { type: 'json' };
assert.sameValue(value.number, 1);
assert.sameValue(value.list.length, 2);
