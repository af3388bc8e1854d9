// Abort listeners run at once, in order, before any microtask.
'use strict';

const controller = new AbortController();
controller.signal.addEventListener('abort', () => {
  console.log('first');
  queueMicrotask(() => console.log('microtask'));
});
controller.signal.addEventListener('abort', () => console.log('second'));
controller.abort();
console.log('after abort');
