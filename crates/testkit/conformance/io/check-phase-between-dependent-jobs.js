// Between a pool job and one that its callback starts lies at least one check phase.
'use strict';

const fs = require('fs');
fs.stat('.', () => {
  console.log('first');
  setImmediate(() => console.log('immediate'));
  fs.stat('.', () => console.log('second'));
});
