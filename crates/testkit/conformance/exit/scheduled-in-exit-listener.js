// What an exit listener schedules for the loop never runs; its promise reactions do.
'use strict';

process.on('exit', () => {
  setTimeout(() => console.log('never'), 0);
  setImmediate(() => console.log('never'));
  Promise.resolve().then(() => console.log('microtask'));
  console.log('exit');
});
