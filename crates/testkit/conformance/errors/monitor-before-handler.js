// uncaughtExceptionMonitor sees the error first, the handler decides.
'use strict';

process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor', error.message, origin));
process.on('uncaughtException', (error) => console.log('handler', error.message));
throw new Error('x');
