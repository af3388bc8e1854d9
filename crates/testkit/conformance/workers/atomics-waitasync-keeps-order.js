// The promise of Atomics.waitAsync resolves after the notifying callback has ended.
'use strict';

const cell = new Int32Array(new SharedArrayBuffer(4));
const { value } = Atomics.waitAsync(cell, 0, 0);
value.then((result) => {
  console.log(result);
  clearInterval(alive);
});
const alive = setInterval(() => {}, 1000);
setImmediate(() => {
  console.log('woken', Atomics.notify(cell, 0));
  process.nextTick(() => console.log('tick'));
});
