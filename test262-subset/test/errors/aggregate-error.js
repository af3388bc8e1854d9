/*---
description: AggregateError copies its errors.
includes: [compareArray.js]
---*/

var list = [1, 2];
var error = new AggregateError(list, 'm', { cause: 3 });
assert.compareArray(error.errors, [1, 2]);
assert.notSameValue(error.errors, list);
assert.sameValue(error.cause, 3);
