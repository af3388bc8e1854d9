// The store survives awaits, and does not leak out of them.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
async function work(name) {
  await storage.run(name, async () => {
    await null;
    console.log(name, storage.getStore());
    await new Promise((resolve) => setImmediate(resolve));
    console.log(name, storage.getStore());
  });
  console.log(name, 'outside', storage.getStore());
}
work('a');
work('b');
