/*---
description: An anonymous default export is called default.
flags: [module]
---*/

import f from './anonymous_FIXTURE.js';
assert.sameValue(f.name, 'default');
