// bind and snapshot carry a store to a later call.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
const bound = storage.run('bound', () => AsyncLocalStorage.bind(() => storage.getStore()));
const snapshot = storage.run('snapshot', () => AsyncLocalStorage.snapshot());
storage.run('current', () => {
  console.log(bound(), snapshot(() => storage.getStore()), storage.getStore());
});
