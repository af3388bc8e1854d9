// A tick queued in beforeExit runs, but gives no second beforeExit.
'use strict';

process.on('beforeExit', () => {
  console.log('beforeExit');
  process.nextTick(() => console.log('tick'));
});
process.on('exit', () => console.log('exit'));
