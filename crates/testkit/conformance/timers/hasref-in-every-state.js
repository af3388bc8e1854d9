// hasRef() follows ref and unref, and stays true after the timer ran.
'use strict';

const timer = setTimeout(() => {}, 1);
console.log('armed', timer.hasRef());
timer.unref();
console.log('unref', timer.hasRef());
timer.unref();
timer.ref();
console.log('ref', timer.hasRef());
setTimeout(() => {
  console.log('fired', timer.hasRef());
}, 20);
const cleared = setTimeout(() => {}, 1);
clearTimeout(cleared);
console.log('cleared', cleared.hasRef());
