// An immediate may clear the one behind it.
'use strict';

setImmediate(() => {
  console.log('first');
  clearImmediate(second);
});
const second = setImmediate(() => console.log('second'));
setImmediate(() => console.log('third'));
