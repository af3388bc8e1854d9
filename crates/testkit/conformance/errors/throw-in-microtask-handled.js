// A throw in microtask goes to uncaughtException, and everything that was queued still runs.
'use strict';

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

process.on('exit', (code) => console.log('exit', code));
process.on('uncaughtException', (error, origin) => {
  console.log(error.message, origin);
  process.nextTick(() => console.log('tick of the handler'));
});
Promise.resolve().then(() => {
  process.nextTick(() => console.log('tick of the thrower'));
  Promise.resolve().then(() => console.log('microtask of the thrower'));
  throw new Error('thrown in microtask');
});
Promise.resolve().then(() => console.log('second microtask'));
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timer'), 1);
block();
