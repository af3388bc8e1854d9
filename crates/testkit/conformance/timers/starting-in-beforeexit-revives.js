// A timer started in beforeExit keeps the process going, and beforeExit comes again.
'use strict';

let rounds = 0;
process.on('beforeExit', () => {
  console.log('beforeExit', ++rounds);
  if (rounds < 3) setTimeout(() => console.log('timer', rounds), 1);
});
