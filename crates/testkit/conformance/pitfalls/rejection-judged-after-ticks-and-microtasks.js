// Both queues are empty before a rejection is judged, however long they grow.
'use strict';

process.on('unhandledRejection', () => console.log('unhandled'));
Promise.reject(1);
let left = 50;
(function again() {
  if (--left === 0) return console.log('queues done');
  if (left % 2) process.nextTick(again);
  else queueMicrotask(again);
})();
