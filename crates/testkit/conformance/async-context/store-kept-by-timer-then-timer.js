// AsyncLocalStorage: the store of run() is seen in a timer callback and in a timer callback inside it.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  setTimeout(() => {
    console.log('timer', storage.getStore());
    setTimeout(() => {
      console.log('timer', storage.getStore());
    }, 1);
    storage.run('second', () => {
      setTimeout(() => console.log('inner', storage.getStore()), 1);
    });
    console.log('after', storage.getStore());
  }, 1);
});
console.log('outside', storage.getStore());
