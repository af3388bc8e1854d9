// The executor runs at once, its reactions later.
'use strict';

console.log('before');
new Promise((resolve) => {
  console.log('executor');
  resolve();
  console.log('after resolve');
}).then(() => console.log('reaction'));
console.log('after');
