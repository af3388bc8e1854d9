// A throw in timer that nobody handles ends the process; only exit listeners still run.
// @stderr: last-line
'use strict';

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

process.on('exit', (code) => console.log('exit', code));
setTimeout(() => {
  process.nextTick(() => console.log('tick of the thrower'));
  Promise.resolve().then(() => console.log('microtask of the thrower'));
  throw new Error('thrown in timer');
}, 1);
setTimeout(() => console.log('second timer'), 1);
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timer'), 1);
block();
