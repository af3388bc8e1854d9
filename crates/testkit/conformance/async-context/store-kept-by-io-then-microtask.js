// AsyncLocalStorage: the store of run() is seen in an I/O callback and in a microtask callback inside it.
'use strict';

const fs = require('fs');
const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  fs.stat('.', () => {
    console.log('io', storage.getStore());
    Promise.resolve().then(() => {
      console.log('microtask', storage.getStore());
    });
    storage.run('second', () => {
      Promise.resolve().then(() => console.log('inner', storage.getStore()));
    });
    console.log('after', storage.getStore());
  });
});
console.log('outside', storage.getStore());
