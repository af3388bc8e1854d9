// Two intervals that overrun take turns.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
const rounds = { a: 0, b: 0 };
for (const name of ['a', 'b']) {
  const interval = setInterval(() => {
    console.log(name, ++rounds[name]);
    if (rounds[name] === 3) clearInterval(interval);
    block(10);
  }, 1);
}
