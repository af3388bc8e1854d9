// @flags: --unhandled-rejections=warn-with-error-code
// Mode warn-with-error-code warns, goes on, and exits with 1.
'use strict';

process.on('warning', (warning) => console.log(warning.name));
process.on('exit', (code) => console.log('exit', code));
Promise.reject('x');
setImmediate(() => console.log('immediate'));
