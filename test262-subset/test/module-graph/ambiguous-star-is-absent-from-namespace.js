/*---
description: An ambiguous name is left out of the namespace.
flags: [module]
---*/

import * as ns from './ambiguous_FIXTURE.js';
assert.sameValue('same' in ns, false);
