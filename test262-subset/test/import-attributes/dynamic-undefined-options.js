/*---
description: undefined as second argument of import() is allowed.
flags: [async]
---*/

import('./plain_FIXTURE.js', undefined).then(function() { $DONE(); }, $DONE);
