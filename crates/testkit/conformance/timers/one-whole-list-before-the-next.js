// When everything is overdue, one list runs as a whole, even past an earlier deadline of another.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setTimeout(() => console.log('5 first'), 5);
block(20);
setTimeout(() => console.log('50'), 50);
block(20);
setTimeout(() => console.log('5 second'), 5);
block(200);
