// @flags: --unhandled-rejections=warn
// Mode warn warns, whether there is a listener or not, and goes on.
'use strict';

process.on('warning', (warning) => console.log(warning.name));
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
Promise.reject('x');
setImmediate(() => console.log('immediate'));
