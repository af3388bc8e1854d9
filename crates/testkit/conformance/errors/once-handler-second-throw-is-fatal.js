// A handler registered once does not see the second error.
// @stderr: last-line
'use strict';

process.once('uncaughtException', (error) => console.log('caught', error.message));
process.on('exit', (code) => console.log('exit', code));
setImmediate(() => { throw new Error('first'); });
setImmediate(() => { throw new Error('second'); });
