// After a handled throw the rest of the queue runs in this phase; a new immediate waits.
'use strict';

process.on('uncaughtException', (error) => console.log('caught', error.message));
setImmediate(() => {
  setImmediate(() => console.log('new'));
  throw new Error('first');
});
setImmediate(() => console.log('second'));
setImmediate(() => {
  console.log('third');
  throw new Error('third');
});
setImmediate(() => console.log('fourth'));
