// A tick queued by the first microtask waits for the whole microtask queue.
'use strict';

Promise.resolve().then(() => {
  process.nextTick(() => console.log('tick'));
  console.log('microtask 1');
}).then(() => console.log('microtask 3'));
Promise.resolve().then(() => console.log('microtask 2')).then(() => console.log('microtask 4'));
