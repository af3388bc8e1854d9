// A callback may clear the next timer of its own list.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setTimeout(() => {
  console.log('first');
  clearTimeout(second);
}, 1);
const second = setTimeout(() => console.log('second'), 1);
setTimeout(() => console.log('third'), 1);
block(5);
