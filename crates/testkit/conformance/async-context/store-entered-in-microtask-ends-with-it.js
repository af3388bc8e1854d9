// AsyncLocalStorage: enterWith() in a microtask callback does not reach the next callback.
// @before: microtask entered < scheduled inside entered
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
Promise.resolve().then(() => {
  storage.enterWith('entered');
  console.log('microtask', storage.getStore());
  setImmediate(() => {
    console.log('scheduled inside', storage.getStore());
  });
});
process.on('exit', () => console.log('exit', storage.getStore()));
setImmediate(() => setTimeout(() => console.log('beside', storage.getStore()), 50));
