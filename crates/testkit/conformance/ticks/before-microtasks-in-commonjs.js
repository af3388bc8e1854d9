// In a CommonJS main script, ticks run before promise reactions.
'use strict';

Promise.resolve().then(() => console.log('microtask'));
process.nextTick(() => console.log('tick'));
console.log('main');
