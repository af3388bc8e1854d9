// Awaited timers of one duration resolve in order, with their reactions between them.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
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
