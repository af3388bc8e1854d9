/*---
description: Modules are evaluated depth first, each once, in the order of the imports.
flags: [module]
---*/

import './order/a_FIXTURE.js';
import './order/b_FIXTURE.js';
assert.sameValue(globalThis.order.join(), 'c,a,b');
