// timers/promises setImmediate resolves in the check phase, its reactions in the drain after it.
'use strict';

const { setImmediate: wait } = require('timers/promises');
setImmediate(() => console.log('immediate 1'));
wait('value').then(console.log);
setImmediate(() => console.log('immediate 2'));
