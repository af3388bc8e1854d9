// AsyncLocalStorage: the store of run() is seen in a close callback and in a tick callback inside it.
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
