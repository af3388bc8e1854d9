// A hook sees init, before, after and destroy of a timer, in this order.
'use strict';

const { createHook } = require('async_hooks');
const { writeSync } = require('fs');
let id;
createHook({
  init(asyncId, type) {
    if (type === 'Timeout') {
      id = asyncId;
      writeSync(1, 'init\n');
    }
  },
  before(asyncId) { if (asyncId === id) writeSync(1, 'before\n'); },
  after(asyncId) { if (asyncId === id) writeSync(1, 'after\n'); },
  destroy(asyncId) { if (asyncId === id) writeSync(1, 'destroy\n'); },
}).enable();
setTimeout(() => writeSync(1, 'callback\n'), 1);
