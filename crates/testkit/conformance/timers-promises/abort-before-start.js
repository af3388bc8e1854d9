// A signal that is aborted already rejects at once.
'use strict';

const { setTimeout: wait, setImmediate: turn } = require('timers/promises');
const signal = AbortSignal.abort();
wait(100000, null, { signal }).catch((error) => console.log(error.name, error.code));
turn(null, { signal }).catch((error) => console.log(error.name, error.code));
