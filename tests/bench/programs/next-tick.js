'use strict';
// A chain of ticks, and a queue of them.
const total = 1_000_000;
let left = total;
const start = process.hrtime.bigint();
function next() {
  if (--left > 0) process.nextTick(next);
  else many();
}
function many() {
  left = total;
  for (let i = 0; i < total; i++) process.nextTick(done);
}
function done() {
  if (--left === 0) console.log(Number(process.hrtime.bigint() - start) / 1e6);
}
process.nextTick(next);
