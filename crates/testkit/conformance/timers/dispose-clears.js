// Symbol.dispose clears a timer and an interval.
'use strict';

const timer = setTimeout(() => console.log('never'), 1);
timer[Symbol.dispose]();
const interval = setInterval(() => console.log('never'), 1);
interval[Symbol.dispose]();
console.log(typeof timer.close, timer.close() === timer);
