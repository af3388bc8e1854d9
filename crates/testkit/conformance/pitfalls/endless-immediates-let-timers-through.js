// Endless immediates do not starve timers.
'use strict';

let fired = false;
setTimeout(() => { fired = true; }, 5);
setImmediate(function again() {
  if (fired) console.log('timer ran');
  else setImmediate(again);
});
