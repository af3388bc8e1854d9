// An unref'd timer started in beforeExit does not bring it back.
'use strict';

process.on('beforeExit', () => {
  console.log('beforeExit');
  setTimeout(() => console.log('never'), 100000).unref();
});
