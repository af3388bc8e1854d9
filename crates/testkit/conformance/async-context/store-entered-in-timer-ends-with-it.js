// AsyncLocalStorage: enterWith() in a timer callback does not reach the next callback.
// @before: timer entered < scheduled inside entered
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
setTimeout(() => {
  storage.enterWith('entered');
  console.log('timer', storage.getStore());
  setImmediate(() => {
    console.log('scheduled inside', storage.getStore());
  });
}, 1);
process.on('exit', () => console.log('exit', storage.getStore()));
setImmediate(() => setTimeout(() => console.log('beside', storage.getStore()), 50));
