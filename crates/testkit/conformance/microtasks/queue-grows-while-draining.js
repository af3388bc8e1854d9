// A microtask queued by a microtask runs in the same drain, before ticks of microtasks.
'use strict';

queueMicrotask(function again() {
  again.count = (again.count ?? 0) + 1;
  if (again.count === 1) process.nextTick(() => console.log('tick', again.count));
  if (again.count < 3000) queueMicrotask(again);
  else console.log('microtasks done');
});
