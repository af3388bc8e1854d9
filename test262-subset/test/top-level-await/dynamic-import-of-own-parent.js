/*---
description: A module may start an import() of a waiting module without awaiting it.
flags: [module]
---*/

import { started } from './starts-import_FIXTURE.js';
const namespace = await started;
assert.sameValue(namespace.value, 'complete');
