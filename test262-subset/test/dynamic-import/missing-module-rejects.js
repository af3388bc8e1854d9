/*---
description: A module that does not exist rejects.
flags: [async]
---*/

import('./absent_FIXTURE.js').then(function() {
  $DONE('fulfilled');
}, function(e) {
  assert.sameValue(e instanceof Error || typeof e === 'object', true);
  $DONE();
});
