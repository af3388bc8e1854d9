// @stderr: last-line
// A throw in an exit listener ends with code 1, or with the code that was set.
'use strict';

process.on('exit', () => {
  console.log('exit');
  throw new Error('in exit');
});
