// Timers are of the classes Timeout and Immediate.
'use strict';

const timer = setTimeout(() => {}, 1);
const immediate = setImmediate(() => {});
console.log(timer.constructor.name, immediate.constructor.name);
