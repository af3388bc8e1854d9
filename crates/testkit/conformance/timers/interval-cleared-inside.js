// An interval cleared in its callback does not run again.
'use strict';

const interval = setInterval(() => {
  console.log('once');
  clearInterval(interval);
}, 1);
