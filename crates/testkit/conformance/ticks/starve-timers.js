// Recursive ticks keep an overdue timer waiting.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setTimeout(() => console.log('timer'), 1);
let rounds = 0;
process.nextTick(function again() {
  block(2);
  rounds += 1;
  if (rounds < 5) process.nextTick(again);
  else console.log('rounds', rounds);
});
