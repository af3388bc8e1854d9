/*---
description: __proto__ in a JSON module is an own property.
flags: [module]
---*/

import value from './data_FIXTURE.json' with { type: 'json' };
assert.sameValue(Object.hasOwn(value, '__proto__'), true);
assert.sameValue(Object.getPrototypeOf(value), Object.prototype);
