// An unref'd timer that is overdue when the loop starts does not run if it is alone.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setTimeout(() => console.log('never'), 1).unref();
block(5);
process.on('exit', () => console.log('exit'));
