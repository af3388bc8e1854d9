// Ticks drain between two timer lists of different durations.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setTimeout(() => {
  console.log('first list');
  process.nextTick(() => console.log('tick'));
}, 1);
setTimeout(() => console.log('second list'), 2);
block(200);
