// Since Node 11 a timer's tick runs before the next overdue timer.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setTimeout(() => {
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('microtask'));
}, 1);
setTimeout(() => console.log('next timer'), 1);
block(5);
