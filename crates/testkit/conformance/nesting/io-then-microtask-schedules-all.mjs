// A microtask callback, scheduled by an I/O callback, schedules one of each kind.

import fs from 'node:fs';

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

fs.stat('.', () => {
  console.log('io');
  Promise.resolve().then(() => {
    console.log('microtask');
    process.nextTick(() => console.log('last tick'));
    Promise.resolve().then(() => console.log('last microtask'));
    setTimeout(() => console.log('last timer'), 1);
    setImmediate(() => console.log('last immediate'));
    block();
  });
});
