// The clock never goes back from one phase to the next.
'use strict';

let last = performance.now();
let backwards = 0;
const look = () => {
  const now = performance.now();
  if (now < last) backwards += 1;
  last = now;
};
process.nextTick(look);
queueMicrotask(look);
setTimeout(look, 1);
setImmediate(look);
process.on('exit', () => {
  look();
  console.log('backwards', backwards);
});
