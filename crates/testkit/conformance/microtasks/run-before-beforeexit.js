// beforeExit comes when the loop is empty; its microtasks run, but give no second beforeExit.
'use strict';

process.on('beforeExit', () => {
  console.log('beforeExit');
  queueMicrotask(() => console.log('microtask'));
});
process.on('exit', () => console.log('exit'));
