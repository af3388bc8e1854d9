// setInterval is an async iterator that yields its value until the loop breaks.
'use strict';

const { setInterval: every } = require('timers/promises');
(async () => {
  let rounds = 0;
  for await (const value of every(1, 'value')) {
    console.log(value, ++rounds);
    if (rounds === 3) break;
  }
  console.log('done');
})();
