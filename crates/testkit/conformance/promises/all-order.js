// Promise.all resolves one microtask after its last member, with values in order.
'use strict';

Promise.all([
  new Promise((resolve) => setTimeout(resolve, 1, 'timer')),
  new Promise((resolve) => setImmediate(resolve, 'immediate')),
  'value',
]).then((values) => console.log(values.join()));
Promise.all([]).then(() => console.log('empty'));
Promise.resolve().then(() => console.log(1)).then(() => console.log(2));
