/*---
description: Exports may have arbitrary strings as names.
flags: [module]
---*/

import { 'any name ☿' as value } from './string-name_FIXTURE.js';
assert.sameValue(value, 1);
