// An interval whose callback takes longer than its period leaves room for an immediate each time.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
let rounds = 0;
const interval = setInterval(() => {
  console.log('interval', ++rounds);
  setImmediate((n) => console.log('immediate', n), rounds);
  if (rounds === 3) clearInterval(interval);
  block(5);
}, 1);
