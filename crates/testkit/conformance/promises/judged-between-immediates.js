// Rejections are judged after every single immediate.
'use strict';

process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
for (const name of ['a', 'b']) {
  setImmediate(() => {
    console.log('immediate', name);
    Promise.reject(name);
    process.nextTick(() => console.log('tick', name));
  });
}
