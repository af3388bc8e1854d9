/*---
description: The specifier is converted to a string at once, in order.
includes: [compareArray.js]
flags: [async]
---*/

var log = [];
var p = import({ toString: function() { log.push('toString'); return './module_FIXTURE.js'; } });
log.push('after');
assert.compareArray(log, ['toString', 'after']);
p.then(function() { $DONE(); }, $DONE);
