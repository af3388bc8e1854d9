// A timer converts to its number, which clears it.
'use strict';

const timer = setTimeout(() => console.log('never'), 1);
const id = +timer;
console.log(typeof id, id > 0, timer[Symbol.toPrimitive]() === id);
clearTimeout(id);
