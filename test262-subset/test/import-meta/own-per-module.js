/*---
description: Each module has its own import.meta.
flags: [module]
---*/

import { meta, same } from './meta_FIXTURE.js';
assert.notSameValue(meta, import.meta);
assert.sameValue(same(), meta);
