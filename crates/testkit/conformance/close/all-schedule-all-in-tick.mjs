// In tick, one callback of each kind, and each of them schedules one of each kind again.

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

function closePort(callback) {
  const { port1 } = new MessageChannel();
  port1.on('close', callback);
  port1.close();
}

function all(name, callback) {
  process.nextTick(() => callback(`${name} tick`));
  Promise.resolve().then(() => callback(`${name} microtask`));
  setTimeout(() => callback(`${name} timer`), 1);
  setImmediate(() => callback(`${name} immediate`));
  closePort(() => callback(`${name} close`));
  block();
}
process.nextTick(() => {
  all('tick', (name) => {
    console.log(name);
    all(name, (inner) => console.log(inner));
  });
});
