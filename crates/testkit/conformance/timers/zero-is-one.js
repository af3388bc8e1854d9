// Delays of 0, 1, none and fractions below 2 share one list.
'use strict';

setTimeout(() => console.log('1'), 1);
setTimeout(() => console.log('0'), 0);
setTimeout(() => console.log('none'));
setTimeout(() => console.log('1.9'), 1.9);
setTimeout(() => console.log('0.5'), 0.5);
setTimeout(() => console.log("'1'"), '1');
