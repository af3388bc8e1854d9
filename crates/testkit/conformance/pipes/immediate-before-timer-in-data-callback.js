// In a pipe's data callback an immediate comes before a timer.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
const { spawn } = require('child_process');
const child = spawn('echo', ['x']);
child.stdout.once('data', () => {
  setTimeout(() => console.log('timer'), 1);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
  block(5);
});
