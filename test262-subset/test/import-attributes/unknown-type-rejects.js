/*---
description: A type that the host does not know rejects.
flags: [async]
---*/

import('./plain_FIXTURE.js', { with: { type: 'unknown-type' } }).then(function() {
  $DONE('fulfilled');
}, function() { $DONE(); });
