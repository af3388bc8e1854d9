/*---
description: Promise.try calls its function at once and turns a throw into a rejection.
flags: [async]
features: [promise-try]
---*/

var called = false;
Promise.try(function(a) { called = a; }, true);
assert.sameValue(called, true);
Promise.try(function() { throw new RangeError(); }).then(function() {
  throw new Test262Error('fulfilled');
}, function(e) { assert.sameValue(e.constructor, RangeError); }).then($DONE, $DONE);
