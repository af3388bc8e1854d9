/*---
description: A throwing conversion of the specifier rejects instead of throwing.
flags: [async]
---*/

var error = new RangeError();
import({ toString: function() { throw error; } }).then(function() {
  throw new Test262Error('fulfilled');
}, function(e) { assert.sameValue(e, error); }).then($DONE, $DONE);
