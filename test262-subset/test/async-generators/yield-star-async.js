/*---
description: yield* delegates to an async iterable and gives its return value.
includes: [asyncHelpers.js]
flags: [async]
---*/

asyncTest(async function() {
  async function* inner() { yield 1; return 'r'; }
  async function* outer() { yield yield* inner(); }
  var it = outer();
  assert.sameValue((await it.next()).value, 1);
  assert.sameValue((await it.next()).value, 'r');
});
