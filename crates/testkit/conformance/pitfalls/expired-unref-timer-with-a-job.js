// The same timer runs when a ref'd immediate keeps the loop alive.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setTimeout(() => console.log('unref timer'), 1).unref();
setImmediate(() => console.log('immediate'));
block(5);
