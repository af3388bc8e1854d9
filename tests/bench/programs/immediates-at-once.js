'use strict';
// A million immediates in one turn.
const total = 1_000_000;
let left = total;
const start = process.hrtime.bigint();
function done() {
  if (--left === 0) console.log(Number(process.hrtime.bigint() - start) / 1e6);
}
for (let i = 0; i < total; i++) setImmediate(done);
