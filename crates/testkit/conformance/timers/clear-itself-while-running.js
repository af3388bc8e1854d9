// Clearing a timer inside its own callback is harmless.
'use strict';

const timer = setTimeout(() => {
  clearTimeout(timer);
  clearTimeout(timer);
  console.log('ran');
}, 1);
