// A timer that is overdue when the loop starts runs before the immediates.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timer'), 1);
block(5);
