// Awaiting a value or a native promise takes one microtask.
'use strict';

(async () => {
  await 1;
  console.log('value');
})();
(async () => {
  await Promise.resolve();
  console.log('promise');
})();
Promise.resolve().then(() => console.log(1)).then(() => console.log(2));
