// Aborting after the timer ran changes nothing.
'use strict';

const { setTimeout: wait } = require('timers/promises');
const controller = new AbortController();
wait(1, 'value', { signal: controller.signal }).then((value) => {
  controller.abort();
  console.log(value);
});
