// AsyncLocalStorage: enterWith() in an I/O callback does not reach the next callback.
// @before: io entered < scheduled inside entered
'use strict';

const fs = require('fs');
const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
fs.stat('.', () => {
  storage.enterWith('entered');
  console.log('io', storage.getStore());
  setImmediate(() => {
    console.log('scheduled inside', storage.getStore());
  });
});
process.on('exit', () => console.log('exit', storage.getStore()));
setImmediate(() => setTimeout(() => console.log('beside', storage.getStore()), 50));
