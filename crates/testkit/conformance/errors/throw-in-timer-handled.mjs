// A throw in timer goes to uncaughtException, and everything that was queued still runs.

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

process.on('exit', (code) => console.log('exit', code));
process.on('uncaughtException', (error, origin) => {
  console.log(error.message, origin);
  process.nextTick(() => console.log('tick of the handler'));
});
setTimeout(() => {
  process.nextTick(() => console.log('tick of the thrower'));
  Promise.resolve().then(() => console.log('microtask of the thrower'));
  throw new Error('thrown in timer');
}, 1);
setTimeout(() => console.log('second timer'), 1);
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timer'), 1);
block();
