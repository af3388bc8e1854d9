// @flags: --unhandled-rejections=none
// Mode none still emits unhandledRejection to a listener.
'use strict';

process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
Promise.reject('x');
