// Several throws in one queue are each handled before the next immediate.
'use strict';

process.on('uncaughtException', (error) => console.log('caught', error.message));
for (const n of [1, 2, 3]) {
  setImmediate(() => {
    console.log('immediate', n);
    process.nextTick(() => console.log('tick', n));
    throw new Error(`${n}`);
  });
}
