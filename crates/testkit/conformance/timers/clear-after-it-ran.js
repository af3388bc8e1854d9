// Clearing a timer that has run is harmless.
'use strict';

const timer = setTimeout(() => console.log('ran'), 1);
setTimeout(() => {
  clearTimeout(timer);
  console.log('cleared late');
}, 2);
