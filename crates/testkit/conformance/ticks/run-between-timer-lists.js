// Ticks drain between two timer lists of different durations.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setTimeout(() => {
  console.log('first list');
  process.nextTick(() => console.log('tick'));
}, 1);
setTimeout(() => console.log('second list'), 2);
block(200);
