// process.exit in the uncaughtException handler takes its code.
'use strict';

process.on('uncaughtException', (error) => {
  console.log(error.message);
  process.exit(8);
});
process.on('exit', (code) => console.log('exit', code));
throw new Error('x');
