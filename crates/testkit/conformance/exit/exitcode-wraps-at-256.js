// The exit code that the system sees is the lowest byte.
'use strict';

process.on('exit', (code) => console.log('exit', code));
process.exitCode = 256 + 7;
