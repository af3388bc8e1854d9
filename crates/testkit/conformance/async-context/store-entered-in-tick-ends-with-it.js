// AsyncLocalStorage: enterWith() in a tick callback does not reach the next callback.
// @before: tick entered < scheduled inside entered
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
process.nextTick(() => {
  storage.enterWith('entered');
  console.log('tick', storage.getStore());
  setImmediate(() => {
    console.log('scheduled inside', storage.getStore());
  });
});
process.on('exit', () => console.log('exit', storage.getStore()));
setImmediate(() => setTimeout(() => console.log('beside', storage.getStore()), 50));
