// The capture callback takes errors before uncaughtException listeners.
'use strict';

process.setUncaughtExceptionCaptureCallback((error) => console.log('captured', error.message));
process.on('uncaughtException', () => console.log('never'));
setImmediate(() => console.log('immediate'));
process.nextTick(() => { throw new Error('in tick'); });
