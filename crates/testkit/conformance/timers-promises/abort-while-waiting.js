// Aborting a waiting timer rejects with AbortError and its cause, and nothing keeps the loop alive.
'use strict';

const { setTimeout: wait } = require('timers/promises');
const controller = new AbortController();
wait(100000, null, { signal: controller.signal })
  .catch((error) => console.log(error.name, error.code, error.cause));
setImmediate(() => controller.abort('why'));
