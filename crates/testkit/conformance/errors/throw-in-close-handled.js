// A throw in close goes to uncaughtException, and everything that was queued still runs.
'use strict';

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

function closePort(callback) {
  const { port1 } = new MessageChannel();
  port1.on('close', callback);
  port1.close();
}

process.on('exit', (code) => console.log('exit', code));
process.on('uncaughtException', (error, origin) => {
  console.log(error.message, origin);
  process.nextTick(() => console.log('tick of the handler'));
});
closePort(() => {
  process.nextTick(() => console.log('tick of the thrower'));
  Promise.resolve().then(() => console.log('microtask of the thrower'));
  throw new Error('thrown in close');
});
closePort(() => console.log('second close'));
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timer'), 1);
block();
