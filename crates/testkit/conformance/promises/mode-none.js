// @flags: --unhandled-rejections=none
// Mode none says nothing.
'use strict';

process.on('warning', (warning) => console.log(warning.name));
process.on('exit', (code) => console.log('exit', code));
Promise.reject('x');
