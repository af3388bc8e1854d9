// The unhandledRejection handler may look at the store without an error.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
storage.run('x', () => { Promise.reject('reason'); });
setImmediate(() => console.log('outside', storage.getStore()));
