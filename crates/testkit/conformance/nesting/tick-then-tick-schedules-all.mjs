// A tick callback, scheduled by a tick callback, schedules one of each kind.

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

process.nextTick(() => {
  console.log('tick');
  process.nextTick(() => {
    console.log('tick');
    process.nextTick(() => console.log('last tick'));
    Promise.resolve().then(() => console.log('last microtask'));
    setTimeout(() => console.log('last timer'), 1);
    setImmediate(() => console.log('last immediate'));
    block();
  });
});
