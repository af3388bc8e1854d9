// A microtask callback, scheduled by a close callback, schedules one of each kind.
'use strict';

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

function closePort(callback) {
  const { port1 } = new MessageChannel();
  port1.on('close', callback);
  port1.close();
}

closePort(() => {
  console.log('close');
  Promise.resolve().then(() => {
    console.log('microtask');
    process.nextTick(() => console.log('last tick'));
    Promise.resolve().then(() => console.log('last microtask'));
    setTimeout(() => console.log('last timer'), 1);
    setImmediate(() => console.log('last immediate'));
    closePort(() => console.log('last close'));
    block();
  });
});
