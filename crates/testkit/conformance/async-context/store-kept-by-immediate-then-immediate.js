// AsyncLocalStorage: the store of run() is seen in an immediate callback and in an immediate callback inside it.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  setImmediate(() => {
    console.log('immediate', storage.getStore());
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
