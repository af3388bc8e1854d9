// A throw in an exit listener goes to uncaughtException.
'use strict';

process.on('uncaughtException', (error) => console.log('caught', error.message));
process.on('exit', () => {
  console.log('exit');
  throw new Error('in exit');
});
