// exit() runs without a store and restores it.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
storage.run('x', () => {
  storage.exit(() => {
    console.log(storage.getStore());
    setImmediate(() => console.log('immediate', storage.getStore()));
  });
  console.log(storage.getStore());
});
