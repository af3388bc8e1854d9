/*---
description: The body after an await runs in job order with other reactions.
flags: [module]
---*/

const log = [];
Promise.resolve().then(() => log.push(1)).then(() => log.push(2));
await null;
log.push('body');
await null;
await null;
assert.sameValue(log.join(), '1,body,2');
