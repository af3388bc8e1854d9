// What the handler's tick rejects is judged before the next phase.
'use strict';

process.on('unhandledRejection', (reason) => {
  console.log('unhandled', reason);
  if (reason === 1) process.nextTick(() => { Promise.reject(2); });
});
Promise.reject(1);
setImmediate(() => console.log('immediate'));
