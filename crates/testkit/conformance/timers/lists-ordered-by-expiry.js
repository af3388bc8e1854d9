// The list whose first timer is due first runs first, whatever was created first.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setTimeout(() => console.log('300'), 300);
setTimeout(() => console.log('100'), 100);
setTimeout(() => console.log('200'), 200);
setTimeout(() => console.log('300 again'), 300);
block(500);
