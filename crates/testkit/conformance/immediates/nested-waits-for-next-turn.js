// An immediate queued by an immediate runs in the next turn, after overdue timers.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setImmediate(() => {
  console.log('first');
  setImmediate(() => console.log('nested'));
  setTimeout(() => console.log('timer'), 1);
  block(5);
});
setImmediate(() => console.log('second'));
