// process.exit in an I/O callback: its ticks do not run.
'use strict';

const fs = require('fs');
fs.stat('.', () => {
  process.nextTick(() => console.log('never'));
  process.exit(2);
});
process.on('exit', (code) => console.log('exit', code));
