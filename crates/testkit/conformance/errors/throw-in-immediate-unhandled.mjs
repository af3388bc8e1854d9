// A throw in immediate that nobody handles ends the process; only exit listeners still run.
// @stderr: last-line

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

process.on('exit', (code) => console.log('exit', code));
setImmediate(() => {
  process.nextTick(() => console.log('tick of the thrower'));
  Promise.resolve().then(() => console.log('microtask of the thrower'));
  throw new Error('thrown in immediate');
});
setImmediate(() => console.log('second immediate'));
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timer'), 1);
block();
