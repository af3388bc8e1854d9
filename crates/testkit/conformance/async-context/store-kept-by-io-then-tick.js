// AsyncLocalStorage: the store of run() is seen in an I/O callback and in a tick callback inside it.
'use strict';

const fs = require('fs');
const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  fs.stat('.', () => {
    console.log('io', storage.getStore());
    process.nextTick(() => {
      console.log('tick', storage.getStore());
    });
    storage.run('second', () => {
      process.nextTick(() => console.log('inner', storage.getStore()));
    });
    console.log('after', storage.getStore());
  });
});
console.log('outside', storage.getStore());
