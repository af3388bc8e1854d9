// In main, one callback of each kind, and each of them schedules one of each kind again.
'use strict';

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

function all(name, callback) {
  process.nextTick(() => callback(`${name} tick`));
  Promise.resolve().then(() => callback(`${name} microtask`));
  setTimeout(() => callback(`${name} timer`), 1);
  setImmediate(() => callback(`${name} immediate`));
  block();
}
all('main', (name) => {
  console.log(name);
  all(name, (inner) => console.log(inner));
});
