// An interval whose callback takes longer than its period leaves room for an immediate each time.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
let rounds = 0;
const interval = setInterval(() => {
  console.log('interval', ++rounds);
  setImmediate((n) => console.log('immediate', n), rounds);
  if (rounds === 3) clearInterval(interval);
  block(5);
}, 1);
