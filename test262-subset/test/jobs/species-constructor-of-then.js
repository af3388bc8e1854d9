/*---
description: then makes its result through the species constructor.
---*/

var made = 0;
class Counted extends Promise {
  constructor(executor) { super(executor); made += 1; }
}
var p = Counted.resolve();
made = 0;
assert.sameValue(p.then() instanceof Counted, true);
assert.sameValue(made, 1);
