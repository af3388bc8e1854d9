// uncaughtExceptionMonitor sees an unhandled rejection with its origin.
'use strict';

process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor', error.message, origin));
Promise.reject(new Error('x'));
