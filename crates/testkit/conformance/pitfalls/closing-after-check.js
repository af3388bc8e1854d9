// A handle closed in an immediate closes before the timers of the same turn.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setImmediate(() => {
  const { port1 } = new MessageChannel();
  port1.on('close', () => console.log('close'));
  port1.close();
  setTimeout(() => console.log('timer'), 1);
  block(5);
});
