// Ticks and microtasks drain between two timers of the same list.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
for (const name of ['a', 'b', 'c']) {
  setTimeout(() => {
    console.log('timer', name);
    process.nextTick(() => console.log('tick', name));
    Promise.resolve().then(() => console.log('microtask', name));
  }, 1);
}
block(5);
