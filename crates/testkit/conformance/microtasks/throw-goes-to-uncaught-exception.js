// A throw in queueMicrotask is an uncaught exception; the next microtask still runs.
'use strict';

process.on('uncaughtException', (error, origin) => console.log(error.message, origin));
queueMicrotask(() => { throw new Error('first'); });
queueMicrotask(() => console.log('second'));
setImmediate(() => console.log('immediate'));
