// executionAsyncId and triggerAsyncId follow the callbacks.
'use strict';

const { executionAsyncId, triggerAsyncId } = require('async_hooks');
console.log('main', executionAsyncId(), triggerAsyncId());
const main = executionAsyncId();
setImmediate(() => {
  const outer = executionAsyncId();
  console.log(outer > main, triggerAsyncId() === main);
  setTimeout(() => console.log(executionAsyncId() > outer, triggerAsyncId() === outer), 1);
});
