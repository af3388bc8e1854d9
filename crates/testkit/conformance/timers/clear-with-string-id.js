// The number of a timer as a string clears it too.
'use strict';

const timer = setTimeout(() => console.log('never'), 1);
clearTimeout(`${timer}`);
setTimeout(() => console.log('kept'), 1);
