// Aborting an interval ends the iteration with AbortError.
'use strict';

const { setInterval: every } = require('timers/promises');
const controller = new AbortController();
(async () => {
  try {
    for await (const value of every(1, 'x', { signal: controller.signal })) {
      console.log(value);
      controller.abort();
    }
  } catch (error) {
    console.log(error.name, error.code);
  }
})();
