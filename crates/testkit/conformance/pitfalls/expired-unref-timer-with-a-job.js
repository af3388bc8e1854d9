// The same timer runs when a ref'd immediate keeps the loop alive.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setTimeout(() => console.log('unref timer'), 1).unref();
setImmediate(() => console.log('immediate'));
block(5);
