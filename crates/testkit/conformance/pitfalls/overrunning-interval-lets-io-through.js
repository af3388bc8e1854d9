// An interval that is always overdue does not starve pool work.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
const fs = require('fs');
let delivered = false;
fs.stat('.', () => { delivered = true; });
const interval = setInterval(() => {
  block(3);
  if (!delivered) return;
  clearInterval(interval);
  console.log('delivered');
}, 1);
