// After a timer threw, the phase goes on with the time that it began with: what the timer armed waits for the next turn.
'use strict';

process.on('uncaughtException', (error) => console.log('uncaught', error.message));
setTimeout(() => {
  setTimeout(() => console.log('armed'), 1);
  setImmediate(() => console.log('immediate'));
  const end = process.hrtime.bigint() + 5_000_000n;
  while (process.hrtime.bigint() < end);
  throw new Error('timer');
}, 1);
