// Ticks and microtasks drain between two messages.
'use strict';

const { port1, port2 } = new MessageChannel();
port2.on('message', (value) => {
  console.log('message', value);
  process.nextTick(() => console.log('tick', value));
  queueMicrotask(() => console.log('microtask', value));
  if (value === 2) port2.close();
});
port1.postMessage(1);
port1.postMessage(2);
