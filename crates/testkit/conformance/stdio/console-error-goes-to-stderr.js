// console.error, warn and trace go to standard error.
// @stderr: last-line
'use strict';

console.log('out');
console.error('error');
console.warn('warning');
