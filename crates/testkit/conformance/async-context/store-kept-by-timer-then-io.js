// AsyncLocalStorage: the store of run() is seen in a timer callback and in an I/O callback inside it.
// @before: outside < io first
// @before: outside < inner second
'use strict';

const fs = require('fs');
const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  setTimeout(() => {
    console.log('timer', storage.getStore());
    fs.stat('.', () => {
      console.log('io', storage.getStore());
    });
    storage.run('second', () => {
      process.nextTick(() => console.log('inner', storage.getStore()));
    });
    console.log('after', storage.getStore());
  }, 1);
});
console.log('outside', storage.getStore());
