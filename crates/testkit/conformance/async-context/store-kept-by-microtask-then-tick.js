// AsyncLocalStorage: the store of run() is seen in a microtask callback and in a tick callback inside it.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  Promise.resolve().then(() => {
    console.log('microtask', storage.getStore());
    process.nextTick(() => {
      console.log('tick', storage.getStore());
    });
    storage.run('second', () => {
      process.nextTick(() => console.log('inner', storage.getStore()));
    });
    console.log('after', storage.getStore());
  });
});
console.log('outside', storage.getStore());
