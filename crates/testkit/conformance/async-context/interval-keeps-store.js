// Every run of an interval sees the store of its start.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
let rounds = 0;
const interval = storage.run('start', () => setInterval(() => {
  console.log(storage.getStore());
  storage.enterWith(`round ${rounds}`);
  if (++rounds === 3) clearInterval(interval);
}, 1));
