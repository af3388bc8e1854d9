/*---
description: Parents of one asynchronous child run in the order in which they entered the graph.
flags: [module]
---*/

import './parent-a_FIXTURE.js';
import './parent-b_FIXTURE.js';
import './parent-c_FIXTURE.js';
assert.sameValue(globalThis.parents.join(), 'a,b,c');
