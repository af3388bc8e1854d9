// A tick callback, scheduled by an immediate callback, schedules one of each kind.

function block() {
  const end = performance.now() + 3;
  while (performance.now() < end);
}

setImmediate(() => {
  console.log('immediate');
  process.nextTick(() => {
    console.log('tick');
    process.nextTick(() => console.log('last tick'));
    Promise.resolve().then(() => console.log('last microtask'));
    setTimeout(() => console.log('last timer'), 1);
    setImmediate(() => console.log('last immediate'));
    block();
  });
});
