/*---
description: Error.prototype.toString reads name before message.
includes: [compareArray.js]
---*/

var log = [];
Error.prototype.toString.call({
  get name() { log.push('name'); return 'n'; },
  get message() { log.push('message'); return 'm'; },
});
assert.compareArray(log, ['name', 'message']);
