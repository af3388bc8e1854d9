// @stderr: last-line
// An uncaught exception makes the code 1, which exit listeners see.
'use strict';

process.on('exit', (code) => console.log('exit', code));
throw new TypeError('uncaught');
