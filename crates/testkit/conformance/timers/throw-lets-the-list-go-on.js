// After a handled throw the other timers of the list still run.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
process.on('uncaughtException', (error) => console.log('caught', error.message));
for (const name of ['a', 'b', 'c']) {
  setTimeout(() => {
    console.log(name);
    if (name !== 'c') throw new Error(name);
  }, 1);
}
block(5);
