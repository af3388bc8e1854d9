// Immediates wait for a long chain of microtasks.
'use strict';

setImmediate(() => console.log('immediate'));
let count = 0;
(async () => {
  while (count < 5000) {
    await null;
    count += 1;
  }
  console.log('awaits', count);
})();
