/*---
description: A graph without await is evaluated without a job between its modules.
flags: [module]
---*/

import './mark-job_FIXTURE.js';
import './mark-sync_FIXTURE.js';
assert.sameValue(globalThis.marks.join(), 'sync');
