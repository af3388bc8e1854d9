// @flags: --unhandled-rejections=strict
// @stderr: last-line
// Mode strict ends the process although unhandledRejection has a listener.
'use strict';

process.on('unhandledRejection', () => console.log('unhandled'));
process.on('exit', (code) => console.log('exit', code));
Promise.reject(new Error('x'));
setImmediate(() => console.log('never'));
