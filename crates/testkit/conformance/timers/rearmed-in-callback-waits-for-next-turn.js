// A timer started by a timer callback runs after the immediates, even when it is overdue at once.
// @node: >= 22
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setTimeout(() => {
  console.log('timer');
  setImmediate(() => console.log('immediate'));
  setTimeout(() => console.log('nested timer'), 1);
  block(5);
}, 1);
