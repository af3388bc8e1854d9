// run() restores the outer store when its function throws.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
storage.run('outer', () => {
  try {
    storage.run('inner', () => { throw new Error(storage.getStore()); });
  } catch (error) {
    console.log(error.message, storage.getStore());
  }
});
