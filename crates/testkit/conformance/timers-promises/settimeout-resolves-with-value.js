// timers/promises setTimeout resolves with its value.
'use strict';

const { setTimeout: wait } = require('timers/promises');
wait(1, 'value').then(console.log);
