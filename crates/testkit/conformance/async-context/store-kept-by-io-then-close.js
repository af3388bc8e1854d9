// AsyncLocalStorage: the store of run() is seen in an I/O callback and in a close callback inside it.
'use strict';

const fs = require('fs');
const { AsyncLocalStorage } = require('async_hooks');

function closePort(callback) {
  const { port1 } = new MessageChannel();
  port1.on('close', callback);
  port1.close();
}

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  fs.stat('.', () => {
    console.log('io', storage.getStore());
    closePort(() => {
      console.log('close', storage.getStore());
    });
    storage.run('second', () => {
      closePort(() => console.log('inner', storage.getStore()));
    });
    console.log('after', storage.getStore());
  });
});
console.log('outside', storage.getStore());
