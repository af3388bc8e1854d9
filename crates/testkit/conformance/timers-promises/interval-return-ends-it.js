// return() ends the iterator and frees the loop.
'use strict';

const { setInterval: every } = require('timers/promises');
const iterator = every(100000);
iterator.return('r').then((step) => console.log(step.done, step.value))
  .then(() => iterator.next()).then((step) => console.log(step.done));
