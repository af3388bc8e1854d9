// AsyncLocalStorage: the store of run() is seen in a close callback and in a timer callback inside it.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

function closePort(callback) {
  const { port1 } = new MessageChannel();
  port1.on('close', callback);
  port1.close();
}

const storage = new AsyncLocalStorage();
storage.run('first', () => {
  closePort(() => {
    console.log('close', storage.getStore());
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
