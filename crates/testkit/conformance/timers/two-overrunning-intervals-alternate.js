// Two intervals that overrun take turns.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
const rounds = { a: 0, b: 0 };
for (const name of ['a', 'b']) {
  const interval = setInterval(() => {
    console.log(name, ++rounds[name]);
    if (rounds[name] === 3) clearInterval(interval);
    block(10);
  }, 1);
}
