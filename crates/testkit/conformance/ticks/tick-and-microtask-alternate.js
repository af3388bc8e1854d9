// Each drain of one queue lets the other one grow.
'use strict';

function tick(n) {
  if (n > 3) return;
  process.nextTick(() => {
    console.log('tick', n);
    Promise.resolve().then(() => {
      console.log('microtask', n);
      tick(n + 1);
    });
  });
}
tick(1);
tick(10);
setImmediate(() => console.log('immediate'));
