// A timer is never early by the clock of the loop.
'use strict';

const start = process.hrtime.bigint();
setTimeout(() => {
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  console.log(elapsed >= 49);
}, 50);
