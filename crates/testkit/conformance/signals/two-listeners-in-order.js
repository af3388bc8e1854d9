// Listeners of one signal run in the order of their registration, without a drain between them.
'use strict';

process.once('SIGUSR2', () => {
  console.log('first');
  process.nextTick(() => console.log('tick'));
});
process.once('SIGUSR2', () => {
  console.log('second');
  clearInterval(alive);
});
const alive = setInterval(() => {}, 1000);
process.kill(process.pid, 'SIGUSR2');
