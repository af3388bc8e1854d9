// A signal handler runs in the poll phase, not inside process.kill.
'use strict';

process.on('SIGUSR2', (name, number) => {
  console.log(name, number);
  clearInterval(alive);
});
const alive = setInterval(() => {}, 1000);
process.kill(process.pid, 'SIGUSR2');
console.log('after kill');
process.nextTick(() => console.log('tick'));
