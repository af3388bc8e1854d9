// process.exit in an exit listener ends at once with its code.
'use strict';

process.on('exit', () => {
  console.log('first');
  process.exit(9);
});
process.on('exit', () => console.log('never'));
