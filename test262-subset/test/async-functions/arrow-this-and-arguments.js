/*---
description: An async arrow function takes this and arguments from around it.
includes: [compareArray.js]
flags: [async]
---*/

function outer() {
  return (async () => [this.v, arguments[0]])();
}
outer.call({ v: 1 }, 2).then(function(r) { assert.compareArray(r, [1, 2]); }).then($DONE, $DONE);
