// Microtasks queued by ticks wait until the tick queue is empty.
'use strict';

for (const name of ['a', 'b', 'c']) {
  process.nextTick(() => {
    console.log('tick', name);
    queueMicrotask(() => console.log('microtask', name));
  });
}
