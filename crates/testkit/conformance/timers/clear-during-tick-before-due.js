// A tick after the main script can still clear an overdue timer.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
const timer = setTimeout(() => console.log('never'), 1);
process.nextTick(() => clearTimeout(timer));
setTimeout(() => console.log('kept'), 1);
block(5);
