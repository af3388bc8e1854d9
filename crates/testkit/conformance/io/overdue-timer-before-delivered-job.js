// A timer that is overdue when the loop starts runs before any pool job is delivered.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
const fs = require('fs');
fs.stat('.', () => console.log('io'));
setTimeout(() => console.log('timer'), 1);
block(20);
