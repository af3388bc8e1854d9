// beforeExit is emitted again whenever its listeners queued work for the loop.
'use strict';

let rounds = 0;
process.on('beforeExit', () => {
  console.log('beforeExit', ++rounds);
  if (rounds < 4) setImmediate(() => console.log('immediate'));
});
