/*---
description: Calls of next() are queued and answered in order.
includes: [compareArray.js]
flags: [async]
---*/

async function* g() { yield 1; yield 2; }
var it = g();
var log = [];
Promise.all([it.next(), it.next(), it.next()].map(function(p) {
  return p.then(function(r) { log.push(r.done ? 'done' : r.value); });
})).then(function() { assert.compareArray(log, [1, 2, 'done']); }).then($DONE, $DONE);
