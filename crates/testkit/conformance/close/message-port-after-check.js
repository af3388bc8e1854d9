// Closing callbacks run after the check phase of the same turn and before its timers.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setImmediate(() => {
  const { port1 } = new MessageChannel();
  port1.on('close', () => console.log('close'));
  setTimeout(() => console.log('timer'), 1);
  setImmediate(() => console.log('next immediate'));
  port1.close();
  block(5);
});
setImmediate(() => console.log('second immediate'));
