// AsyncResource.runInAsyncScope sees the store of the resource's creation.
'use strict';

const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const storage = new AsyncLocalStorage();
const resource = storage.run('created', () => new AsyncResource('TEST'));
storage.run('current', () => {
  console.log(resource.runInAsyncScope((a) => `${storage.getStore()} ${a}`, null, 'argument'));
  console.log(storage.getStore());
});
