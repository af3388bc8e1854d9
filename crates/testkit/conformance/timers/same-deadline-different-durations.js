// Of two lists due at once, the one with the earlier deadline runs first.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
setTimeout(() => console.log('late deadline'), 500);
setTimeout(() => console.log('early deadline'), 250);
block(700);
