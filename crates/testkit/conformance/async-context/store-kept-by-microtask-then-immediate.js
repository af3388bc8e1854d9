// AsyncLocalStorage: the store of run() is seen in a microtask callback and in an immediate callback inside it.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  Promise.resolve().then(() => {
    console.log('microtask', storage.getStore());
    setImmediate(() => {
      console.log('immediate', storage.getStore());
    });
    storage.run('second', () => {
      setImmediate(() => console.log('inner', storage.getStore()));
    });
    console.log('after', storage.getStore());
  });
});
console.log('outside', storage.getStore());
