// Ticks and microtasks drain after a signal handler; its immediate comes before its timer.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
process.once('SIGUSR2', () => {
  setTimeout(() => {
    console.log('timer');
    clearInterval(alive);
  }, 1);
  setImmediate(() => console.log('immediate'));
  queueMicrotask(() => console.log('microtask'));
  process.nextTick(() => console.log('tick'));
  block(5);
});
const alive = setInterval(() => {}, 1000);
process.kill(process.pid, 'SIGUSR2');
