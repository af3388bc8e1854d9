// After a long block all overdue lists run before the check phase.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
for (const delay of [1, 100, 200]) setTimeout(() => console.log(delay), delay);
setImmediate(() => console.log('immediate'));
block(400);
