// Aborting a waiting immediate rejects it.
'use strict';

const { setImmediate: turn } = require('timers/promises');
const controller = new AbortController();
turn('never', { signal: controller.signal }).then(console.log, (error) => console.log(error.name));
controller.abort();
