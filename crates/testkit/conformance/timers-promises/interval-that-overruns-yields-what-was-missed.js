// Ticks of the interval that passed while the body was busy are yielded afterwards.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
const { setInterval: every } = require('timers/promises');
(async () => {
  let rounds = 0;
  for await (const _ of every(5)) {
    rounds += 1;
    console.log(rounds);
    if (rounds === 1) {
      setImmediate(() => console.log('immediate'));
      block(20);
    }
    if (rounds === 3) break;
  }
})();
