// 2 ** 31 - 1 is the largest delay and warns about nothing.
'use strict';

process.on('warning', (warning) => console.log(warning.name));
const timer = setTimeout(() => console.log('never'), 2 ** 31 - 1);
setImmediate(() => {
  clearTimeout(timer);
  console.log('cleared');
});
