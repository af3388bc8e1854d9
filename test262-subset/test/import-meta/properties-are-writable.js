/*---
description: A program may add and change properties of import.meta.
flags: [module]
---*/

import.meta.own = 1;
import.meta.own += 1;
assert.sameValue(import.meta.own, 2);
assert.sameValue(delete import.meta.own, true);
