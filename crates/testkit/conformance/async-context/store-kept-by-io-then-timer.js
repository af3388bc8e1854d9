// AsyncLocalStorage: the store of run() is seen in an I/O callback and in a timer callback inside it.
'use strict';

const fs = require('fs');
const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  fs.stat('.', () => {
    console.log('io', storage.getStore());
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
