// A handled throw in beforeExit does not stop the process: beforeExit comes again.
'use strict';

process.on('uncaughtException', (error) => console.log('caught', error.message));
let rounds = 0;
process.on('beforeExit', () => {
  console.log('beforeExit');
  if (++rounds === 1) throw new Error('x');
});
process.on('exit', (code) => console.log('exit', code));
