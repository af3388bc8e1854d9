// Awaited timers of one duration resolve in order, with their reactions between them.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
const { setTimeout: wait } = require('timers/promises');
for (const name of ['a', 'b', 'c']) {
  (async () => {
    await wait(1);
    console.log(name);
    await null;
    console.log(name, 'again');
  })();
}
block(5);
