// In a readFile callback: tick, microtask, immediate, timer.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
const fs = require('fs');
fs.readFile(__filename, () => {
  setTimeout(() => console.log('timer'), 0);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('microtask'));
  block(5);
});
