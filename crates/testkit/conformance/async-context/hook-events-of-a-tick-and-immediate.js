// before and after enclose ticks and immediates; nested ids are balanced.
'use strict';

const { createHook, executionAsyncId } = require('async_hooks');
const { writeSync } = require('fs');
const known = new Map();
createHook({
  init(asyncId, type) { if (type === 'TickObject' || type === 'Immediate') known.set(asyncId, type); },
  before(asyncId) { if (known.has(asyncId)) writeSync(1, `before ${known.get(asyncId)} ${executionAsyncId() === asyncId}\n`); },
  after(asyncId) { if (known.has(asyncId)) writeSync(1, `after ${known.get(asyncId)}\n`); },
}).enable();
setImmediate(() => process.nextTick(() => writeSync(1, 'tick\n')));
