// process.exitCode becomes the exit code and is seen by the listeners.
'use strict';

process.exitCode = 3;
process.on('beforeExit', (code) => console.log('beforeExit', code));
process.on('exit', (code) => console.log('exit', code));
