// After a handled throw later lists still run in this phase, before immediates.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
process.on('uncaughtException', (error) => console.log('caught', error.message));
setTimeout(() => {
  setImmediate(() => console.log('immediate'));
  throw new Error('first list');
}, 1);
setTimeout(() => console.log('second list'), 100);
block(300);
