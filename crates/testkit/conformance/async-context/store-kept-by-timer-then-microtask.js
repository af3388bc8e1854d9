// AsyncLocalStorage: the store of run() is seen in a timer callback and in a microtask callback inside it.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  setTimeout(() => {
    console.log('timer', storage.getStore());
    Promise.resolve().then(() => {
      console.log('microtask', storage.getStore());
    });
    storage.run('second', () => {
      Promise.resolve().then(() => console.log('inner', storage.getStore()));
    });
    console.log('after', storage.getStore());
  }, 1);
});
console.log('outside', storage.getStore());
