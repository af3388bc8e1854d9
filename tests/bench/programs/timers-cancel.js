'use strict';
// Two million timers are armed and cancelled, a thousand at a time, as servers do with their time limits.
const batch = new Array(1000);
const start = process.hrtime.bigint();
function never() {}
for (let i = 0; i < 2000; i++) {
  for (let j = 0; j < 1000; j++) batch[j] = setTimeout(never, 1000 + j % 50);
  for (let j = 0; j < 1000; j++) clearTimeout(batch[j]);
}
console.log(Number(process.hrtime.bigint() - start) / 1e6);
