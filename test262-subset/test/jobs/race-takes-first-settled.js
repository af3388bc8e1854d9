/*---
description: Promise.race takes the promise that settled first in job order.
flags: [async]
---*/

Promise.race([new Promise(function(r) { Promise.resolve().then(r.bind(null, 'slow')); }), Promise.resolve('fast')])
  .then(function(value) { assert.sameValue(value, 'fast'); }).then($DONE, $DONE);
