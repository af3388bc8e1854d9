// An I/O callback, scheduled by an immediate callback, schedules one of each kind.

import fs from 'node:fs';

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

setImmediate(() => {
  console.log('immediate');
  fs.stat('.', () => {
    console.log('io');
    process.nextTick(() => console.log('last tick'));
    Promise.resolve().then(() => console.log('last microtask'));
    setTimeout(() => console.log('last timer'), 1);
    setImmediate(() => console.log('last immediate'));
    block();
  });
});
