// Wrong options reject instead of throwing.
'use strict';

const { setTimeout: wait, setImmediate: turn } = require('timers/promises');
(async () => {
  for (const start of [() => wait(1, 1, 'x'), () => wait(1, 1, { signal: 1 }), () => wait(1, 1, { ref: 1 }),
    () => turn(1, null), () => turn(1, { signal: {} }), () => turn(1, { ref: 'x' })]) {
    try {
      await start();
      console.log('resolved');
    } catch (error) {
      console.log(error.code);
    }
  }
})();
