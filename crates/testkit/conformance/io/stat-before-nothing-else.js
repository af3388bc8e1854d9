// A single pool job is delivered in the poll phase: its immediate comes before its timer.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
require('fs').stat('.', (error, stats) => {
  console.log(error, stats.isDirectory());
  setTimeout(() => console.log('timer'), 1);
  setImmediate(() => console.log('immediate'));
  block(5);
});
