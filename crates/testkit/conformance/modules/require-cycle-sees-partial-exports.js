// In a CommonJS cycle the second module sees what the first has exported so far.
'use strict';

console.log(require('./fixtures/cycle-a.js'));
