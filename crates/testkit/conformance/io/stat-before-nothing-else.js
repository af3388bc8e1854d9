// A single pool job is delivered in the poll phase: its immediate comes before its timer.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
require('fs').stat('.', (error, stats) => {
  console.log(error, stats.isDirectory());
  setTimeout(() => console.log('timer'), 1);
  setImmediate(() => console.log('immediate'));
  block(5);
});
