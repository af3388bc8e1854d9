// A reaction of fs.promises runs in a microtask: ticks queued there wait for the microtasks.
'use strict';

const fs = require('fs');
fs.promises.stat('.').then(() => {
  process.nextTick(() => console.log('tick'));
  setImmediate(() => console.log('immediate'));
  queueMicrotask(() => console.log('microtask'));
  console.log('stat');
});
