// After a handled throw later lists still run in this phase, before immediates.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
process.on('uncaughtException', (error) => console.log('caught', error.message));
setTimeout(() => {
  setImmediate(() => console.log('immediate'));
  throw new Error('first list');
}, 1);
setTimeout(() => console.log('second list'), 100);
block(300);
