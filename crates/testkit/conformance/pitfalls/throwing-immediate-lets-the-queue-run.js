// A throwing immediate, handled, is followed by the rest of its queue, then by overdue timers.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
process.on('uncaughtException', (error) => console.log('caught', error.message));
setImmediate(() => {
  setImmediate(() => console.log('next turn'));
  setTimeout(() => console.log('timer'), 1);
  block(5);
  throw new Error('x');
});
setImmediate(() => console.log('same turn'));
