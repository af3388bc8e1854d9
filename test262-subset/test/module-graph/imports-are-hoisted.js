/*---
description: Imports are evaluated before the body, wherever they stand.
flags: [module]
---*/

assert.sameValue(globalThis.order.join(), 'c,a');
import './order/a_FIXTURE.js';
