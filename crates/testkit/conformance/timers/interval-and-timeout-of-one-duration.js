// An interval re-arms behind the timers of its list that were there before.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
let rounds = 0;
const interval = setInterval(() => {
  console.log('interval', ++rounds);
  if (rounds === 2) clearInterval(interval);
}, 5);
setTimeout(() => console.log('timeout'), 5);
block(30);
