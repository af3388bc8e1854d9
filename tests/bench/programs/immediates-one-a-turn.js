'use strict';
// A chain of immediates: every one is a turn of the loop.
const total = 500_000;
let left = total;
const start = process.hrtime.bigint();
function next() {
  if (--left > 0) setImmediate(next);
  else console.log(Number(process.hrtime.bigint() - start) / 1e6);
}
setImmediate(next);
