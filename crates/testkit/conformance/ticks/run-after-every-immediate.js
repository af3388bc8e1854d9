// Ticks and microtasks drain after every single immediate.
'use strict';

for (const name of ['a', 'b', 'c']) {
  setImmediate(() => {
    console.log('immediate', name);
    Promise.resolve().then(() => console.log('microtask', name));
    process.nextTick(() => console.log('tick', name));
  });
}
