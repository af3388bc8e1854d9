// The code of an uncaught exception wins over an exitCode set before.
'use strict';

process.exitCode = 42;
process.on('exit', (code) => console.log('exit', code));
throw new Error('x');
