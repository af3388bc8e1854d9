// AsyncLocalStorage: the store of run() is seen in an I/O callback and in an immediate callback inside it.
'use strict';

const fs = require('fs');
const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  fs.stat('.', () => {
    console.log('io', storage.getStore());
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
