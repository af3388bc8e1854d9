// A subclass's then makes its own kind, with the same ticks.
'use strict';

class Sub extends Promise {}
const sub = Sub.resolve(1);
console.log(sub.then(() => {}) instanceof Sub);
sub.then(() => console.log('sub'));
Promise.resolve().then(() => console.log('plain'));
(async () => {
  await sub;
  console.log('awaited');
})();
