// rejectionHandled fires in the drain of the late catch, before the next immediate.
'use strict';

process.on('unhandledRejection', () => console.log('unhandled'));
process.on('rejectionHandled', () => console.log('handled'));
const rejected = Promise.reject(new Error('x'));
setImmediate(() => rejected.catch(() => console.log('caught')));
setImmediate(() => console.log('next immediate'));
