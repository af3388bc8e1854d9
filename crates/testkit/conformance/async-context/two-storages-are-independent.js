// Two storages do not disturb each other.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const a = new AsyncLocalStorage();
const b = new AsyncLocalStorage();
a.run(1, () => b.run(2, () => setTimeout(() => {
  console.log(a.getStore(), b.getStore());
  a.run(3, () => queueMicrotask(() => console.log(a.getStore(), b.getStore())));
}, 1)));
