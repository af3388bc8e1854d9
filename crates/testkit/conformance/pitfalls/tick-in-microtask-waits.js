// A tick queued in a microtask waits for the whole microtask queue, also for microtasks queued later.
'use strict';

Promise.resolve().then(() => {
  process.nextTick(() => console.log('tick'));
  queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => console.log('deep microtask'))));
});
