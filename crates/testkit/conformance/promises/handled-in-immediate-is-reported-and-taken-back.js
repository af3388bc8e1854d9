// A handler added in a later phase gives unhandledRejection, then rejectionHandled.
'use strict';

process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
process.on('rejectionHandled', (promise) => console.log('handled', promise === rejected));
const rejected = Promise.reject('late');
setImmediate(() => {
  rejected.catch(() => console.log('caught'));
  console.log('catch added');
});
