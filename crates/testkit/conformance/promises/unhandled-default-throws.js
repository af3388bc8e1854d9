// @stderr: last-line
// An unhandled rejection of an Error ends the process with its message and code 1.
'use strict';

process.on('exit', (code) => console.log('exit', code));
setImmediate(() => console.log('never'));
Promise.reject(new Error('nobody cares'));
