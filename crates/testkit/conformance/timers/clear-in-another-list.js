// A callback may clear an overdue timer of a later list.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setTimeout(() => {
  console.log('first');
  clearTimeout(other);
}, 1);
const other = setTimeout(() => console.log('other'), 100);
setTimeout(() => console.log('last'), 100);
block(300);
