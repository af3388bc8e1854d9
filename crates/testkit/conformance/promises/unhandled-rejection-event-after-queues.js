// unhandledRejection comes after ticks and microtasks have drained.
'use strict';

process.on('unhandledRejection', (reason) => {
  console.log('unhandled', reason);
  process.nextTick(() => console.log('tick of the handler'));
  Promise.resolve().then(() => console.log('microtask of the handler'));
});
Promise.reject('a');
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
setImmediate(() => console.log('immediate'));
