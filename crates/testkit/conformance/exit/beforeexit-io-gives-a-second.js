// Pool work started in beforeExit brings it back.
'use strict';

const fs = require('fs');
let rounds = 0;
process.on('beforeExit', () => {
  console.log('beforeExit', ++rounds);
  if (rounds === 1) fs.stat('.', () => console.log('io'));
});
