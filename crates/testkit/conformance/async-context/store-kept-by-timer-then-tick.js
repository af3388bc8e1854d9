// AsyncLocalStorage: the store of run() is seen in a timer callback and in a tick callback inside it.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  setTimeout(() => {
    console.log('timer', storage.getStore());
    process.nextTick(() => {
      console.log('tick', storage.getStore());
    });
    storage.run('second', () => {
      process.nextTick(() => console.log('inner', storage.getStore()));
    });
    console.log('after', storage.getStore());
  }, 1);
});
console.log('outside', storage.getStore());
