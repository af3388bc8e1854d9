// A tick of the callback still clears an interval in time.
'use strict';

const interval = setInterval(() => {
  console.log('once');
  process.nextTick(() => clearInterval(interval));
}, 1);
