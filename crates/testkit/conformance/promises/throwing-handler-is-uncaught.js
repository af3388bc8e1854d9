// A throw in the unhandledRejection handler is an uncaught exception.
'use strict';

process.on('unhandledRejection', () => { throw new Error('in handler'); });
process.on('uncaughtException', (error, origin) => console.log(error.message, origin));
Promise.reject('x');
Promise.reject('y');
setImmediate(() => console.log('immediate'));
