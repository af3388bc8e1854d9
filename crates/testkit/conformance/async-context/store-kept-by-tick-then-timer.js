// AsyncLocalStorage: the store of run() is seen in a tick callback and in a timer callback inside it.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  process.nextTick(() => {
    console.log('tick', storage.getStore());
    setTimeout(() => {
      console.log('timer', storage.getStore());
    }, 1);
    storage.run('second', () => {
      setTimeout(() => console.log('inner', storage.getStore()), 1);
    });
    console.log('after', storage.getStore());
  });
});
console.log('outside', storage.getStore());
