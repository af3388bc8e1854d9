// A tick after the main script can still clear an overdue timer.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
const timer = setTimeout(() => console.log('never'), 1);
process.nextTick(() => clearTimeout(timer));
setTimeout(() => console.log('kept'), 1);
block(5);
