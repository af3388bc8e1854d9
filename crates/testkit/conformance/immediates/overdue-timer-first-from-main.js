// A timer that is overdue when the loop starts runs before the immediates.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timer'), 1);
block(5);
