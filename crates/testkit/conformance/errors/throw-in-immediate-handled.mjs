// A throw in immediate goes to uncaughtException, and everything that was queued still runs.

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

process.on('exit', (code) => console.log('exit', code));
process.on('uncaughtException', (error, origin) => {
  console.log(error.message, origin);
  process.nextTick(() => console.log('tick of the handler'));
});
setImmediate(() => {
  process.nextTick(() => console.log('tick of the thrower'));
  Promise.resolve().then(() => console.log('microtask of the thrower'));
  throw new Error('thrown in immediate');
});
setImmediate(() => console.log('second immediate'));
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timer'), 1);
block();
