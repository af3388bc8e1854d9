// An interval with an aborted signal rejects its first step.
'use strict';

const { setInterval: every } = require('timers/promises');
const iterator = every(1, 'x', { signal: AbortSignal.abort() });
iterator.next().catch((error) => console.log(error.name));
