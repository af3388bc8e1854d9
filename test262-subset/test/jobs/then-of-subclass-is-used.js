/*---
description: await and Promise.resolve look at the constructor of a subclass instance.
includes: [ticks.js, compareArray.js]
flags: [async]
---*/

class Sub extends Promise {}
var sub = Sub.resolve(1);
assert.sameValue(Promise.resolve(sub) === sub, false);
assert.sameValue(Sub.resolve(sub), sub);
var log = [];
(async function() { await sub; log.push('sub'); })();
(async function() { await Promise.resolve(); log.push('native'); })();
countTicks(log, 4).then(function() {
  assert.compareArray(log, ['native', 1, 2, 'sub', 3, 4]);
}).then($DONE, $DONE);
