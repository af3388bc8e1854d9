// A timer that is overdue when the loop starts runs before any pool job is delivered.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
const fs = require('fs');
fs.stat('.', () => console.log('io'));
setTimeout(() => console.log('timer'), 1);
block(20);
