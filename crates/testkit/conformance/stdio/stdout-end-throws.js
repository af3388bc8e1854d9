// process.stdout cannot be closed by its user.
'use strict';

process.stdout.on('error', (error) => console.log('error', error.code));
process.stdout.destroy();
console.log('still open', process.stdout.destroyed);
