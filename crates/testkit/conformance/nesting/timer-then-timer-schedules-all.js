// A timer callback, scheduled by a timer callback, schedules one of each kind.
'use strict';

function block() {
  const end = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < end);
}

setTimeout(() => {
  console.log('timer');
  setTimeout(() => {
    console.log('timer');
    process.nextTick(() => console.log('last tick'));
    Promise.resolve().then(() => console.log('last microtask'));
    setTimeout(() => console.log('last timer'), 1);
    setImmediate(() => console.log('last immediate'));
    block();
  }, 1);
}, 1);
