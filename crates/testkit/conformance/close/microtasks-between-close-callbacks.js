// Ticks and microtasks drain between two closing callbacks.
'use strict';

for (const name of ['a', 'b']) {
  const { port1 } = new MessageChannel();
  port1.on('close', () => {
    console.log('close', name);
    process.nextTick(() => console.log('tick', name));
    queueMicrotask(() => console.log('microtask', name));
  });
  port1.close();
}
