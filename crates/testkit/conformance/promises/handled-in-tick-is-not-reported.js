// A rejection that a tick or microtask handles is not reported.
'use strict';

process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
const a = Promise.reject('a');
process.nextTick(() => a.catch(() => console.log('caught in a tick')));
const b = Promise.reject('b');
Promise.resolve().then(() => b.catch(() => console.log('caught in a microtask')));
