// A timer that re-arms itself with 0 does not starve immediates.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
let rounds = 0;
setTimeout(function again() {
  block(2);
  if (++rounds < 5) setTimeout(again, 0);
}, 0);
block(3);
setImmediate(() => console.log('rounds before the immediate', rounds));
