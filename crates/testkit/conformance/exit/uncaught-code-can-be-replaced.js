// An exit listener may replace the code of an uncaught exception.
'use strict';

process.on('exit', (code) => {
  console.log('exit', code);
  process.exitCode = 0;
});
throw new Error('x');
