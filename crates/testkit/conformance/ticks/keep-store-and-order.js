// A tick inside storage.run sees its store and takes its place in the one queue.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
process.nextTick(() => console.log('before', storage.getStore()));
storage.run('x', () => process.nextTick(() => console.log('inside', storage.getStore())));
process.nextTick(() => console.log('after', storage.getStore()));
