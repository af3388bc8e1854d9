/*---
description: A module with a syntax error rejects with a SyntaxError.
flags: [async]
---*/

import('./broken_FIXTURE.js').then(function() {
  throw new Test262Error('fulfilled');
}, function(e) { assert.sameValue(e.name, 'SyntaxError'); }).then($DONE, $DONE);
