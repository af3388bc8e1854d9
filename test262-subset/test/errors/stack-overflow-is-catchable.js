/*---
description: Endless recursion throws an error that can be caught.
---*/

var caught = false;
(function f() {
  try { f(); } catch (error) {
    caught = true;
  }
})();
assert.sameValue(caught, true);
