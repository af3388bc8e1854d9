// A pipe destroyed in an I/O callback closes after the check phase of that turn and before its timers.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
const { spawn } = require('child_process');
const child = spawn('cat');
child.stdout.once('data', () => {
  child.stdin.on('close', () => console.log('close'));
  child.stdin.destroy();
  setTimeout(() => console.log('timer'), 1);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
  block(5);
});
child.stdin.write('x');
