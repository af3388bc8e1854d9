// @flags: --unhandled-rejections=throw
// Mode throw with a listener only emits the event.
'use strict';

process.on('uncaughtException', () => console.log('never'));
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
Promise.reject('x');
