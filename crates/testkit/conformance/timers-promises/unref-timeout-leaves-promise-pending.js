// With ref: false the process may end before the promise resolves.
'use strict';

const { setTimeout: wait } = require('timers/promises');
wait(100000, null, { ref: false }).then(() => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
