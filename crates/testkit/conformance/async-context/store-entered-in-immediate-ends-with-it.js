// AsyncLocalStorage: enterWith() in an immediate callback does not reach the next callback.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
setImmediate(() => {
  storage.enterWith('entered');
  console.log('immediate', storage.getStore());
  setImmediate(() => {
    console.log('scheduled inside', storage.getStore());
  });
});
process.on('exit', () => console.log('exit', storage.getStore()));
