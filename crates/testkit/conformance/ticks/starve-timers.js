// Recursive ticks keep an overdue timer waiting.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setTimeout(() => console.log('timer'), 1);
let rounds = 0;
process.nextTick(function again() {
  block(2);
  rounds += 1;
  if (rounds < 5) process.nextTick(again);
  else console.log('rounds', rounds);
});
