// @flags: --unhandled-rejections=warn
// Mode warn without a listener warns and exits with 0.
'use strict';

process.on('warning', (warning) => console.log(warning.name));
process.on('exit', (code) => console.log('exit', code));
Promise.reject('x');
