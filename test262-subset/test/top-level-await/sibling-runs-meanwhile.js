/*---
description: A synchronous sibling is evaluated while the first child waits.
flags: [module]
---*/

import './log-slow_FIXTURE.js';
import './log-fast_FIXTURE.js';
assert.sameValue(globalThis.log.join(), 'slow start,fast,slow end');
