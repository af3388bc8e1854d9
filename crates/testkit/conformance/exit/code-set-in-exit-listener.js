// An exit listener may still change the code.
'use strict';

process.on('exit', (code) => {
  console.log('first', code);
  process.exitCode = 4;
});
process.on('exit', (code) => console.log('second', code, process.exitCode));
