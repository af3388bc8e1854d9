/*---
description: A trailing comma after the specifier is allowed.
flags: [async]
---*/

import('./module_FIXTURE.js',).then(function() { $DONE(); }, $DONE);
