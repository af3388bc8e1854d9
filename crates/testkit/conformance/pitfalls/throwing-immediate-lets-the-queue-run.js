// A throwing immediate, handled, is followed by the rest of its queue, then by overdue timers.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
process.on('uncaughtException', (error) => console.log('caught', error.message));
setImmediate(() => {
  setImmediate(() => console.log('next turn'));
  setTimeout(() => console.log('timer'), 1);
  block(5);
  throw new Error('x');
});
setImmediate(() => console.log('same turn'));
