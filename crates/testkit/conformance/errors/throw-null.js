// Anything can be thrown; the handler gets it as it is.
// @before: text uncaughtException < null uncaughtException
// @before: text uncaughtException < undefined uncaughtException
'use strict';

process.on('uncaughtException', (error, origin) => console.log(error, origin));
setTimeout(() => { throw null; }, 1);
setImmediate(() => { throw undefined; });
process.nextTick(() => { throw 'text'; });
