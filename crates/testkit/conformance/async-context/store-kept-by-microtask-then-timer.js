// AsyncLocalStorage: the store of run() is seen in a microtask callback and in a timer callback inside it.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  Promise.resolve().then(() => {
    console.log('microtask', storage.getStore());
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
