// An unref'd timer that is overdue when the loop starts does not run if it is alone.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setTimeout(() => console.log('never'), 1).unref();
block(5);
process.on('exit', () => console.log('exit'));
