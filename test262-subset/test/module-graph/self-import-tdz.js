/*---
description: A self import sees its own uninitialised bindings.
flags: [module]
---*/

import { later as imported } from './self-import-tdz.js';
assert.throws(ReferenceError, () => imported);
export const later = 1;
assert.sameValue(imported, 1);
