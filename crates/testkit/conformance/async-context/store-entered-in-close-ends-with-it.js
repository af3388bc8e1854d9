// AsyncLocalStorage: enterWith() in a close callback does not reach the next callback.
// @before: close entered < scheduled inside entered
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

function closePort(callback) {
  const { port1 } = new MessageChannel();
  port1.on('close', callback);
  port1.close();
}

const storage = new AsyncLocalStorage();
closePort(() => {
  storage.enterWith('entered');
  console.log('close', storage.getStore());
  setImmediate(() => {
    console.log('scheduled inside', storage.getStore());
  });
});
process.on('exit', () => console.log('exit', storage.getStore()));
setImmediate(() => setTimeout(() => console.log('beside', storage.getStore()), 50));
