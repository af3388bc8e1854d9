// A rejection made by the unhandledRejection handler is reported in the same drain.
'use strict';

let left = 3;
process.on('unhandledRejection', (reason) => {
  console.log('unhandled', reason);
  if (left-- > 0) Promise.reject(`from handler ${left}`);
});
Promise.reject('first');
setImmediate(() => console.log('immediate'));
