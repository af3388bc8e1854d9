// A timer cleared in the same script never runs.
'use strict';

const timer = setTimeout(() => console.log('cleared'), 1);
setTimeout(() => console.log('kept'), 1);
clearTimeout(timer);
