// Rejections are judged after every single timer.
'use strict';

const block = (ms) => {
  const end = process.hrtime.bigint() + BigInt(ms * 1e6);
  while (process.hrtime.bigint() < end);
};
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
for (const name of ['a', 'b']) {
  setTimeout(() => {
    console.log('timer', name);
    Promise.reject(name);
  }, 1);
}
block(5);
