/*---
description: A module may import itself.
flags: [module]
---*/

import * as self from './self-import.js';
export const x = 1;
assert.sameValue(self.x, 1);
