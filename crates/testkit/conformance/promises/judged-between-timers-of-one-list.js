// Rejections are judged after every single timer.
'use strict';

const block = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
for (const name of ['a', 'b']) {
  setTimeout(() => {
    console.log('timer', name);
    Promise.reject(name);
  }, 1);
}
block(5);
